import type { ReactNode } from "react";

export type TimelineItem = {
  id: string;
  title: ReactNode;
  /** Already written for the reader: « 28 mars 2027 à 9 h 05 ». */
  date: string;
  /** For machines: ISO 8601. */
  dateTime: string;
  /** « par vous », « par le service État civil » */
  author?: string;
  children?: ReactNode;
};

/** What happened, latest first. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.id}>
          <p className="timeline-title">{item.title}</p>
          <p className="timeline-date">
            <time dateTime={item.dateTime}>{item.date}</time>
            {item.author ? `, ${item.author}` : null}
          </p>
          {item.children ? <div className="timeline-body">{item.children}</div> : null}
        </li>
      ))}
    </ol>
  );
}
