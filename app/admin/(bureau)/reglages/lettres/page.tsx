import { WordingTable } from "@/components/letters/wording-table";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { PageTitle } from "@/components/layout/page-title";
import { listWordings } from "@/lib/letters/queries/list-wordings";
import { requireAdmin } from "@/lib/web/session/current-actor";

const title = "Textes des courriels";

export default async function WordingsPage() {
  const lines = await listWordings(await requireAdmin());
  return (
    <Page before={<BackLink href="/admin/reglages">Réglages</BackLink>}>
      <PageTitle title={title} />
      <PageHeading
        title={title}
        lead="La ville peut dire à sa façon ce que ces courriels annoncent. Ceux qui préviennent quelqu’un d’un changement sur son compte, et ceux des agents, gardent leur texte."
      />
      <WordingTable lines={lines} />
    </Page>
  );
}
