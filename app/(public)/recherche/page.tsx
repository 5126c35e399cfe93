import { DemarcheList } from "@/components/demarches/demarche-list";
import { FaqResults } from "@/components/demarches/faq-results";
import { NoResult } from "@/components/demarches/no-result";
import { NothingYet } from "@/components/demarches/nothing-yet";
import { resultsTitle } from "@/components/demarches/results-title";
import { SearchNotes } from "@/components/demarches/search-notes";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { SearchBox } from "@/components/ui/search-box";
import { getPortal } from "@/lib/web/page/portal";
import { firstOf } from "@/lib/web/page/first-of";
import { today } from "@/lib/web/page/today";
import { demarchesOfCatalogue, searchInCatalogue } from "../catalogue";
import { findQuestions } from "./find-questions";

export default async function SearchPage({ searchParams }: PageProps<"/recherche">) {
  const q = firstOf((await searchParams).q)
    .trim()
    .slice(0, 200);
  const [portal, search, all] = await Promise.all([
    getPortal(),
    q ? searchInCatalogue(q) : null,
    demarchesOfCatalogue(),
  ]);
  const demarches = search?.demarches ?? [];
  const questions = findQuestions(q);
  const total = demarches.length + questions.length;
  const heading = resultsTitle(total, q, {
    isNear: search?.isNear && questions.length === 0,
    corrected: search?.corrected,
  });
  return (
    <>
      <PageTitle title={q ? `${heading} – Recherche` : "Recherche"} />
      <Page width="wide">
        <PageHeading title="Recherche" lead={q && total > 0 ? heading : undefined} />
        <SearchBox action="/recherche" label="Rechercher dans le site" defaultValue={q} />
        {search ? <SearchNotes {...search} phone={portal.contact.phone} /> : null}
        {demarches.length > 0 ? (
          <section aria-labelledby="demarches" className="theme-section">
            <h2 id="demarches">Démarches</h2>
            <DemarcheList demarches={demarches} today={today()} showsTheme />
          </section>
        ) : null}
        <FaqResults questions={questions} />
        {all.length === 0 ? <NothingYet /> : null}
        {q && total === 0 && all.length > 0 && !search?.elsewhere ? (
          <NoResult q={q} phone={portal.contact.phone} />
        ) : null}
      </Page>
    </>
  );
}
