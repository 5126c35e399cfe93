type Props = { items: readonly { href: string; label: string }[]; current: string };

/** Where the page stands. Ends with the page itself, which is not a link. */
export function Breadcrumb({ items, current }: Props) {
  return (
    <nav aria-label="Fil d’Ariane" className="breadcrumb">
      <ol>
        {items.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  );
}
