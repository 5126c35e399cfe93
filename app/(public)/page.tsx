import { Hero } from "@/components/demarches/hero";
import { HomeBody } from "@/components/demarches/home-body";
import { DirectAccess } from "@/components/demarches/home-links";
import { PageTitle } from "@/components/layout/page-title";
import { SearchBox } from "@/components/ui/search-box";
import { isTopical } from "@/lib/demarches/status";
import { currentViewer } from "@/lib/web/session/current-actor";
import { getPortal } from "@/lib/web/page/portal";
import { today } from "@/lib/web/page/today";
import { demarchesOfCatalogue, themesOfCatalogue } from "./catalogue";
import { HomeAccount } from "./home-account";

const search = {
  action: "/demarches",
  label: "Quelle démarche cherchez-vous\u202f?",
  hint: "Par exemple\u00a0: acte de naissance, école, encombrants",
  size: "large",
} as const;

export default async function HomePage() {
  const loaded = [getPortal(), currentViewer(), themesOfCatalogue(), demarchesOfCatalogue()] as const;
  const [portal, viewer, themes, demarches] = await Promise.all(loaded);
  const featured = demarches.filter(({ isFeatured }) => isFeatured).slice(0, 6);
  const topical = demarches.filter((demarche) => isTopical(demarche, today())).slice(0, 4);
  return (
    <>
      {viewer.kind === "citizen" ? <PageTitle title="Accueil" /> : null}
      <Hero title={portal.title} caption={portal.town} beside={<HomeAccount viewer={viewer} title="Accueil" />}>
        <SearchBox {...search} />
        <DirectAccess demarches={featured} />
      </Hero>
      <HomeBody themes={themes} topical={topical} today={today()} />
    </>
  );
}
