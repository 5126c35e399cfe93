import type { ReactNode } from "react";
import { flashTextId } from "@/lib/shared/flash-cookie";

type Props = { title: string; actions?: ReactNode; headingLevel?: 2 | 3; id?: string; children: ReactNode };

/** A titled frame around a summary list or a table. */
export function SummaryCard({ title, actions, headingLevel = 2, id, children }: Props) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <section
      id={id}
      // Where an act comes back to, it takes the focus, and is described by what was done.
      {...(id && { tabIndex: -1, "aria-describedby": flashTextId })}
      aria-label={title}
      className="card"
    >
      <div className="card-head">
        <Heading>{title}</Heading>
        {actions ? <div className="button-row">{actions}</div> : null}
      </div>
      <div className="card-body">{children}</div>
    </section>
  );
}
