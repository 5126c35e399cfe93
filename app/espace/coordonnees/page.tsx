import { Coordinates } from "@/components/accounts/coordinates";
import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { LinkList } from "@/components/ui/link-list";
import { SummaryCard } from "@/components/ui/summary-card";
import { getReadableProfile } from "@/lib/accounts/queries/get-profile";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { coordinateLinks } from "./coordinate-links";

/** F76, F110: what is known of the person, and the ways to change it. */
export default async function Page() {
  const profile = await getReadableProfile(await requireCitizen());
  return (
    <>
      <PageTitle title="Mes coordonnées" />
      <PageFrame before={<BackLink href="/espace">Mon tableau de bord</BackLink>}>
        <PageHeading title="Mes coordonnées" />
        <SummaryCard title="Aujourd’hui">
          <Coordinates profile={profile} />
        </SummaryCard>
        <h2 className="mb-3">Ce qui a changé</h2>
        <LinkList links={await coordinateLinks()} />
      </PageFrame>
    </>
  );
}
