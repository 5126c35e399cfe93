import type { DemarcheCard, ThemeView } from "@/lib/demarches/types";

type Props = {
  themes: readonly ThemeView[];
  /** Démarches of every theme, which are counted. */
  found: readonly DemarcheCard[];
  current: ThemeView | null;
  /** Words looked for, kept from one theme to the next. */
  q: string;
};

/** The themes as links with their number of démarches; the chosen one says so, those without any are left out. */
export function ThemeFilter({ themes, found, current, q }: Props) {
  const counted = themes.map((theme) => ({
    theme,
    count: found.filter((one) => one.theme.slug === theme.slug).length,
  }));
  const shown = counted.filter(({ theme, count }) => count > 0 || theme.slug === current?.slug);
  if (shown.length === 0) return null;
  return (
    <nav aria-label="Thèmes" className="theme-filter">
      <ul>
        <Chip href={address(null, q)} label="Tous les thèmes" count={found.length} isCurrent={current === null} />
        {shown.map(({ theme: { slug, name }, count }) => (
          <Chip key={slug} href={address(slug, q)} label={name} count={count} isCurrent={slug === current?.slug} />
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
