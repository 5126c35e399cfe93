import { redirect } from "next/navigation";
import { RemoveAgentForm } from "@/components/staff/agent-forms";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { RefusedPage } from "@/components/layout/refused-page";
import { BackLink } from "@/components/ui/back-link";
import { listHeldAlone } from "@/lib/demandes/queries/list-unattended-services";
import { findRefusal } from "@/lib/web/form/refused-request";
import { requireManager } from "@/lib/web/session/current-actor";
import { removeAgentAction } from "../../actions";
import { readAgentCard } from "../read-agent-card";

export default async function RemoveAgentPage({ params }: PageProps<"/admin/agents/[id]/retirer">) {
  const admin = await requireManager();
  const agent = await readAgentCard(admin, (await params).id);
  if (!agent.can.remove) {
    const sheet = `/admin/agents/${agent.id}` as const;
    const refused = (await findRefusal()) ?? redirect(sheet);
    return <RefusedPage title="Retirer l’accès" refused={refused} next={{ href: sheet, label: "Revenir à l’agent" }} />;
  }
  const alone = await listHeldAlone(admin, agent.id);
  return (
    <Page width="form" before={<BackLink href={`/admin/agents/${agent.id}`}>Revenir à l’agent</BackLink>}>
      <PageHeading title="Retirer l’accès" lead={<bdi>{agent.name}</bdi>} />
      <RemoveAgentForm action={removeAgentAction} agent={agent} alone={alone} />
    </Page>
  );
}
