import { HomeHero } from "@/components/demarches/home-hero";
import { DirectAccess, FollowPanel, Topical } from "@/components/demarches/home-links";
import { ThemeTiles } from "@/components/demarches/theme-tiles";
import { PageTitle } from "@/components/layout/page-title";
import { currentViewer } from "@/lib/web/current-actor";
import { getPortal } from "@/lib/web/portal";
import { today } from "@/lib/web/today";
import { demarchesOfCatalogue, themesOfCatalogue } from "./catalogue";
import { HomeAccount } from "./home-account";

export default async function HomePage() {
  const [portal, viewer, themes, demarches] = await Promise.all([
    getPortal(),
    currentViewer(),
    themesOfCatalogue(),
    demarchesOfCatalogue(),
  ]);
  const featured = demarches.filter(({ isFeatured }) => isFeatured).slice(0, 6);
  const topical = demarches.filter(({ closesOn, quota }) => closesOn !== null || quota !== null).slice(0, 4);
  const suggestions = featured.slice(0, 3).map(({ slug, title }) => ({ href: `/demarches/${slug}`, label: title }));
  return (
    <>
      <PageTitle title="Accueil" />
      <HomeHero
        town={portal.town}
        title={portal.title}
        suggestions={suggestions}
        aside={<HomeAccount viewer={viewer} />}
      />
      <div className="frame page home">
        <section aria-labelledby="themes">
          <h2 id="themes">Choisir un thème</h2>
          <ThemeTiles themes={themes} />
        </section>
        <div className="home-columns">
          <DirectAccess demarches={featured} />
          <Topical demarches={topical} today={today()} />
          <FollowPanel />
        </div>
      </div>
    </>
  );
}
