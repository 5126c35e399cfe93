import type { ReactNode } from "react";

type Props = {
  links: readonly {
    href: string;
    label: string;
    /** After the link: a date, a padlock. */ note?: ReactNode;
    text?: string;
  }[];
};

/** Links one below the other, with large targets: direct access, latest news, results. */
export function LinkList({ links }: Props) {
  return (
    <ul className="link-list">
      {links.map(({ href, label, note, text }) => (
        <li key={href}>
          <a href={href}>{label}</a>
          {note ? <span className="link-list-note">{note}</span> : null}
          {text ? <p>{text}</p> : null}
        </li>
      ))}
    </ul>
  );
}
