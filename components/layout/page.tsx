import type { ReactNode } from "react";

type Props = {
  /** Breadcrumb or back link, above the title. */
  before?: ReactNode;
  /** « text » keeps lines readable, « form » is narrower still, « wide » takes the frame. */
  width?: "form" | "text" | "wide";
  /** Beside the content on a large screen, below it on a phone. */
  aside?: ReactNode;
  children: ReactNode;
};

/** The frame of a page's content: margins, width, and an optional column beside it. */
export function Page({ before, width = "text", aside, children }: Props) {
  return (
    <div className="frame page">
      {before}
      {aside ? (
        <div className="page-with-aside">
          <div className="min-w-0">{children}</div>
          <aside id={asideId} tabIndex={-1} className="page-aside">
            {aside}
          </aside>
        </div>
      ) : (
        <div className={`page-${width}`}>{children}</div>
      )}
    </div>
  );
}

const asideId = "agir";

/** Under the title of a page whose aside is what one came for: leads to it where it stands below all the rest, on a phone. */
export function AsideLink({ children }: { children: string }) {
  return (
    <p className="aside-link">
      <a href={`#${asideId}`} className="button button-secondary">
        {children}
      </a>
    </p>
  );
}
