import type { ThemeView } from "@/lib/demarches/types";

type Props = {
  themes: readonly Pick<ThemeView, "slug" | "name" | "count">[];
  /** Démarches without any theme chosen. */
  total: number;
  current: string | null;
  /** Words looked for, kept from one theme to the next. */
  q: string;
};

/** The themes as links with their number of démarches; the chosen one says so. */
export function ThemeFilter({ themes, total, current, q }: Props) {
  return (
    <nav aria-label="Thèmes" className="theme-filter">
      <ul>
        <Chip href={address(null, q)} label="Tous les thèmes" count={total} isCurrent={current === null} />
        {themes.map(({ slug, name, count }) => (
          <Chip key={slug} href={address(slug, q)} label={name} count={count} isCurrent={slug === current} />
        ))}
      </ul>
    </nav>
  );
}

type ChipProps = { href: string; label: string; count: number; isCurrent: boolean };

function Chip({ href, label, count, isCurrent }: ChipProps) {
  return (
    <li>
      <a href={href} aria-current={isCurrent ? "true" : undefined} className="chip">
        {label} <span className="chip-count">({count})</span>
      </a>
    </li>
  );
}

function address(theme: string | null, q: string): string {
  const query = new URLSearchParams({ ...(q ? { q } : {}), ...(theme ? { theme } : {}) }).toString();
  return query ? `/demarches?${query}` : "/demarches";
}
