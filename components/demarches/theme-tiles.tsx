import { Tile, TileGrid } from "@/components/ui/tile";
import type { ThemeView } from "@/lib/demarches/types";
import { count } from "@/lib/shared/text";
import { ThemeIcon } from "./theme-icon";

/** F89: one tile a theme, which leads to its démarches. */
export function ThemeTiles({ themes }: { themes: readonly ThemeView[] }) {
  return (
    <TileGrid>
      {themes.map((theme) => (
        <Tile
          key={theme.slug}
          href={`/demarches?theme=${theme.slug}`}
          title={theme.name}
          text={
            <>
              {theme.description}
              <span className="tile-count">{count(theme.count, "démarche")}</span>
            </>
          }
          icon={<ThemeIcon name={theme.icon} />}
        />
      ))}
    </TileGrid>
  );
}
