import type { DemarcheCard, ThemeView } from "@/lib/demarches/types";
import { NothingYet } from "./nothing-yet";
import { FollowPanel, Topical } from "./home-links";
import { ThemeTiles } from "./theme-tiles";

type Props = { themes: readonly ThemeView[]; topical: readonly DemarcheCard[]; today: string };

/** The home page under its top: the themes, what has a date, and the way back to a demande. */
export function HomeBody({ themes, topical, today }: Props) {
  return (
    <div className="frame page">
      <section aria-labelledby="themes" className="home-themes">
        <h2 id="themes">{themes.length > 0 ? "Choisir un thème" : "Les démarches arrivent bientôt"}</h2>
        {themes.length > 0 ? <ThemeTiles themes={themes} /> : <NothingYet />}
      </section>
      <div className="home-columns">
        <Topical demarches={topical} today={today} />
        <FollowPanel />
      </div>
    </div>
  );
}
