import type { ReactNode } from "react";
import { WholeNumbers } from "@/components/ui/whole-numbers";

type Props = {
  title: string;
  /** Above the title, smaller: the name of the démarche, the number of the demande. */
  caption?: string;
  /** One or two sentences that say what the page is for. */
  lead?: ReactNode;
  /** Beside the title: a status tag. */
  tag?: ReactNode;
};

/** The h1 of a page, with what introduces it. */
export function PageHeading({ title, caption, lead, tag }: Props) {
  return (
    <header className="page-heading">
      {caption ? (
        <p className="page-caption">
          <WholeNumbers text={caption} />
        </p>
      ) : null}
      <div className="page-title-row">
        <h1>
          <WholeNumbers text={title} />
        </h1>
        {tag}
      </div>
      {lead ? <div className="page-lead">{lead}</div> : null}
    </header>
  );
}
