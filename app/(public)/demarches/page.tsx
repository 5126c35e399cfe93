import { Catalogue } from "@/components/demarches/catalogue";
import { resultsTitle } from "@/components/demarches/results-title";
import { ThemeFilter } from "@/components/demarches/theme-filter";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { SearchBox } from "@/components/ui/search-box";
import { getPortal } from "@/lib/web/portal";
import { firstOf } from "@/lib/web/query-text";
import { today } from "@/lib/web/today";
import { demarchesOfCatalogue, searchInCatalogue, themesOfCatalogue } from "../catalogue";

type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

export default async function DemarchesPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await searchParams;
  const q = firstOf(params.q).trim().slice(0, 200);
  const [portal, themes, found] = await Promise.all([
    getPortal(),
    themesOfCatalogue(),
    q ? searchInCatalogue(q) : demarchesOfCatalogue(),
  ]);
  const theme = themes.find(({ slug }) => slug === firstOf(params.theme)) ?? null;
  const counted = themes.map((one) => ({ ...one, count: found.filter((d) => d.theme.slug === one.slug).length }));
  const shown = found.filter((demarche) => !theme || demarche.theme.slug === theme.slug);
  const title = q ? `${resultsTitle(shown.length, q, theme?.name)} – Toutes les démarches` : (theme?.name ?? null);
  return (
    <>
      <PageTitle title={title ?? "Toutes les démarches"} />
      <Page width="wide">
        <PageHeading title="Toutes les démarches" />
        <SearchBox
          action="/demarches"
          label="Rechercher une démarche"
          defaultValue={q}
          hidden={theme ? { theme: theme.slug } : {}}
        />
        <ThemeFilter
          themes={counted.filter((one) => one.count > 0 || one.slug === theme?.slug)}
          total={found.length}
          current={theme?.slug ?? null}
          q={q}
        />
        <Catalogue themes={themes} demarches={shown} theme={theme} q={q} today={today()} phone={portal.contact.phone} />
      </Page>
    </>
  );
}
