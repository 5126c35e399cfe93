import { DraftList } from "@/components/demandes/follow/draft-list";
import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { listDrafts } from "@/lib/demandes/queries/list-drafts";
import { requireCitizen } from "@/lib/web/session/current-actor";

export default async function Page() {
  const drafts = await listDrafts(await requireCitizen());
  return (
    <>
      <PageTitle title="Mes brouillons" />
      <PageFrame>
        <PageHeading
          title="Mes brouillons"
          lead="Vos demandes commencées s’enregistrent toutes seules. Reprenez-les où vous les avez laissées, sur cet appareil ou un autre."
        />
        <DraftList drafts={drafts} />
      </PageFrame>
    </>
  );
}
