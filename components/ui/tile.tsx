import type { ReactNode } from "react";

type Props = {
  href: string;
  title: string;
  /** One line under the title. */
  text?: ReactNode;
  /** An `Icon`. */
  icon?: ReactNode;
  /** What waits behind: « 2 échanges à lire ». */
  badge?: string;
  headingLevel?: 2 | 3;
};

/** A large link. The whole tile answers, the title alone is read as the link. */
export function Tile({ href, title, text, icon, badge, headingLevel = 3 }: Props) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <li className="tile">
      {icon ? <span className="tile-icon">{icon}</span> : null}
      <div className="min-w-0">
        <Heading className="tile-title">
          <a href={href}>{title}</a>
        </Heading>
        {text ? <p className="tile-text">{text}</p> : null}
        {badge ? <p className="tile-badge">{badge}</p> : null}
      </div>
    </li>
  );
}

/** Tiles side by side, one below the other on a phone. */
export function TileGrid({ children }: { children: ReactNode }) {
  return <ul className="tile-grid">{children}</ul>;
}
