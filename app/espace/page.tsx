import { Coordinates } from "@/components/accounts/coordinates";
import { AccountValidation } from "@/app/espace/account-validation";
import { LatestDemandes } from "@/components/demandes/follow/latest-demandes";
import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { DashboardTiles } from "@/components/demandes/follow/dashboard-tiles";
import { SummaryCard } from "@/components/ui/summary-card";
import { TextLink } from "@/components/ui/text-link";
import { getReadableProfile } from "@/lib/accounts/queries/get-profile";
import { listDrafts } from "@/lib/demandes/queries/list-drafts";
import { listLatestDemandes } from "@/lib/demandes/queries/list-demandes";
import { countUnreadMessages } from "@/lib/messages/queries/list-threads";
import { countUnreadNotifications } from "@/lib/notifications/queries";
import { requireCitizen } from "@/lib/web/session/current-actor";

export default async function Page() {
  const citizen = await requireCitizen();
  const [profile, latest, drafts, messages, notifications] = await Promise.all([
    getReadableProfile(citizen),
    listLatestDemandes(citizen),
    listDrafts(citizen),
    countUnreadMessages(citizen),
    countUnreadNotifications(citizen),
  ]);
  return (
    <>
      <PageTitle title="Mon tableau de bord" />
      <PageFrame width="wide">
        <PageHeading title="Mon tableau de bord" />
        <AccountValidation />
        <DashboardTiles counts={{ drafts: drafts.length, messages, notifications }} />
        <section aria-labelledby="dernieres" className="mt-10">
          <h2 id="dernieres" className="mb-4">
            Dernières demandes
          </h2>
          <LatestDemandes demandes={latest} />
          <p className="mt-4">
            <TextLink href="/espace/demandes">Voir toutes mes demandes</TextLink>
          </p>
        </section>
        <div className="mt-10">
          <SummaryCard title="Mes coordonnées" actions={<a href="/espace/compte/donnees">Modifier mon profil</a>}>
            <Coordinates profile={profile} />
          </SummaryCard>
        </div>
      </PageFrame>
    </>
  );
}
