import type { ReactNode } from "react";

type Props = {
  title: string;
  /** Above the title, smaller: the name of the town. */
  caption: string;
  /** Beside the title on a large screen, below it on a phone. */
  beside: ReactNode;
  /** Under the title: the search. */
  children: ReactNode;
};

/** The top of the home page: who speaks, what one can do here, and the search that leads there. */
export function Hero({ title, caption, beside, children }: Props) {
  return (
    <div className="hero">
      <div className="frame hero-row">
        <div className="min-w-0">
          <p className="hero-caption">{caption}</p>
          <h1>{title}</h1>
          <div className="hero-search">{children}</div>
        </div>
        {beside}
      </div>
    </div>
  );
}
