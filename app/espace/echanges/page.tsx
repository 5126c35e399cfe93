import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { ThreadList } from "@/components/messages/thread-list";
import { listThreads } from "@/lib/messages/queries/list-threads";
import { requireCitizen } from "@/lib/web/session/current-actor";

export default async function Page() {
  const threads = await listThreads(await requireCitizen());
  return (
    <>
      <PageTitle title="Échanges à lire" />
      <PageFrame>
        <PageHeading title="Échanges à lire" lead="Vos échanges avec les services, demande par demande." />
        <ThreadList threads={threads} />
      </PageFrame>
    </>
  );
}
