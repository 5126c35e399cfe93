import type { ReactNode } from "react";
import { SearchBox } from "@/components/ui/search-box";
import { TextLink } from "@/components/ui/text-link";

type Props = { town: string; title: string; suggestions: readonly { href: string; label: string }[]; aside: ReactNode };

/** Top of the home page: where one is, what to look for, and the way in. */
export function HomeHero({ town, title, suggestions, aside }: Props) {
  return (
    <div className="hero">
      <div className="frame hero-grid">
        <div className="min-w-0">
          <h1 className="hero-title">
            <span className="hero-town">{town}</span> <span className="sr-only">: </span>
            {title}
          </h1>
          <SearchBox
            action="/demarches"
            label="Quelle démarche cherchez-vous ?"
            hint="Par exemple : acte de naissance, école, encombrants"
            size="large"
          />
          <p className="hero-suggestions">
            Souvent demandé :{" "}
            {suggestions.map(({ href, label }, index) => (
              <span key={href}>
                {index > 0 ? ", " : null}
                <TextLink href={href}>{label}</TextLink>
              </span>
            ))}
          </p>
        </div>
        {aside}
      </div>
    </div>
  );
}
