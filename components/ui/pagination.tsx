import { ArrowLeft, ArrowRight } from "lucide";
import { Icon } from "./icon";

type Props = { label: string; previousHref?: string; nextHref?: string; /** « Page 2 sur 7 » */ position?: string };

/** Previous and next. Absent when there is a single page. */
export function Pagination({ label, previousHref, nextHref, position }: Props) {
  if (!previousHref && !nextHref) return null;
  return (
    <nav aria-label={label} className="pagination">
      {previousHref ? (
        <a href={previousHref} rel="prev">
          <Icon of={ArrowLeft} size={18} />
          Page précédente
        </a>
      ) : null}
      {position ? <span className="text-ink-soft">{position}</span> : null}
      {nextHref ? (
        <a href={nextHref} rel="next">
          Page suivante
          <Icon of={ArrowRight} size={18} />
        </a>
      ) : null}
    </nav>
  );
}
