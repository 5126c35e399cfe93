import { Catalogue } from "@/components/demarches/catalogue";
import { resultsTitle } from "@/components/demarches/results-title";
import { ThemeFilter } from "@/components/demarches/theme-filter";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { SearchBox } from "@/components/ui/search-box";
import { getPortal } from "@/lib/web/page/portal";
import { firstOf } from "@/lib/web/page/first-of";
import { today } from "@/lib/web/page/today";
import { demarchesOfCatalogue, searchInCatalogue, themesOfCatalogue } from "../catalogue";

const title = "Toutes les démarches";
const label = "Rechercher une démarche";

export default async function DemarchesPage({ searchParams }: PageProps<"/demarches">) {
  const params = await searchParams;
  const q = firstOf(params.q).trim().slice(0, 200);
  const loaded = [
    getPortal(),
    themesOfCatalogue(),
    q ? searchInCatalogue(q) : Promise.resolve(null),
    demarchesOfCatalogue(),
  ] as const;
  const [portal, themes, search, all] = await Promise.all(loaded);
  const found = search?.demarches ?? all;
  const theme = themes.find(({ slug }) => slug === firstOf(params.theme)) ?? null;
  const shown = found.filter((demarche) => !theme || demarche.theme.slug === theme.slug);
  const subject = q ? resultsTitle(shown.length, q, { theme: theme?.name, ...search }) : theme?.name;
  return (
    <>
      <PageTitle title={subject ? `${subject} – ${title}` : title} />
      <Page width="wide">
        <PageHeading title={title} />
        <SearchBox action="/demarches" label={label} defaultValue={q} hidden={theme ? { theme: theme.slug } : {}} />
        <ThemeFilter themes={themes} found={found} current={theme} q={q} />
        <Catalogue
          themes={themes}
          demarches={shown}
          theme={theme}
          q={q}
          today={today()}
          phone={portal.contact.phone}
          search={search}
        />
      </Page>
    </>
  );
}
