import { RenewCodesForm } from "@/components/staff/own-agent-forms";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { getOwnAgent } from "@/lib/staff/queries/get-own-agent";
import { requireAgent } from "@/lib/web/session/current-actor";
import { renewCodesAction } from "../actions";

export default async function RenewCodesPage() {
  const own = await getOwnAgent(await requireAgent());
  return (
    <Page width="form" before={<BackLink href="/admin/mon-compte">Mon compte</BackLink>}>
      <PageHeading
        title="Renouveler mes codes de secours"
        lead="Dix nouveaux codes remplacent les précédents, qui ne serviront plus."
      />
      <RenewCodesForm action={renewCodesAction} own={own} />
    </Page>
  );
}
