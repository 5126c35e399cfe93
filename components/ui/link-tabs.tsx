type Props = {
  label: string;
  items: readonly { href: string; label: string; isCurrent: boolean; /** « 2 non lus » */ note?: string }[];
};

/** The pages of one thing. Each tab is a link to a page that has its own address. */
export function LinkTabs({ label, items }: Props) {
  return (
    <nav aria-label={label} className="link-tabs">
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.isCurrent ? "page" : undefined}>
              {item.label}
              {item.note ? <span className="link-tab-note">{item.note}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
