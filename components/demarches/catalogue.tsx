import type { DemarcheCard, DemarcheSearch, ThemeView } from "@/lib/demarches/types";
import { DemarcheList } from "./demarche-list";
import { NoResult } from "./no-result";
import { NothingYet } from "./nothing-yet";
import { resultsTitle } from "./results-title";
import { SearchNotes } from "./search-notes";
import { ThemeIcon } from "./theme-icon";

type Props = {
  themes: readonly ThemeView[];
  demarches: readonly DemarcheCard[];
  theme: ThemeView | null;
  q: string;
  today: string;
  phone: string;
  /** How far the results of a search may be believed. */
  search: Pick<DemarcheSearch, "corrected" | "isNear" | "elsewhere"> | null;
};

/** What the catalogue answers: results of a search, one theme, or everything theme by theme. */
export function Catalogue({ themes, demarches, theme, q, today, phone, search }: Props) {
  // Looked for or not: nothing is online.
  if (themes.length === 0) return <NothingYet />;
  if (q !== "")
    return <Results demarches={demarches} theme={theme} q={q} today={today} phone={phone} search={search} />;
  const shown = theme ? [theme] : themes;
  return shown.map(({ slug, name, icon }) => (
    <section key={slug} id={slug} aria-labelledby={`theme-${slug}`} className="theme-section">
      <h2 id={`theme-${slug}`} className="theme-title">
        <ThemeIcon name={icon} size={26} />
        {name}
      </h2>
      <DemarcheList demarches={demarches.filter((demarche) => demarche.theme.slug === slug)} today={today} />
    </section>
  ));
}

function Results({ demarches, theme, q, today, phone, search }: Omit<Props, "themes">) {
  const notes = search ? <SearchNotes {...search} phone={phone} /> : null;
  if (demarches.length === 0) return search?.elsewhere ? notes : <NoResult q={q} theme={theme?.name} phone={phone} />;
  return (
    <section aria-labelledby="resultats">
      <h2 id="resultats">{resultsTitle(demarches.length, q, { theme: theme?.name, ...search })}</h2>
      {notes}
      <DemarcheList demarches={demarches} today={today} showsTheme />
    </section>
  );
}
