import type { DemarcheCard, ThemeView } from "@/lib/demarches/types";
import { FollowPanel, Topical } from "./home-links";
import { ThemeTiles } from "./theme-tiles";

type Props = { themes: readonly ThemeView[]; topical: readonly DemarcheCard[]; today: string };

/** The home page under its top: the themes, what has a date, and the way back to a demande. */
export function HomeBody({ themes, topical, today }: Props) {
  return (
    <div className="frame page">
      <section aria-labelledby="themes" className="home-themes">
        <h2 id="themes">Choisir un thème</h2>
        <ThemeTiles themes={themes} />
      </section>
      <div className="home-columns">
        <Topical demarches={topical} today={today} />
        <FollowPanel />
      </div>
    </div>
  );
}
