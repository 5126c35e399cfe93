import { redirect } from "next/navigation";
import { RemoveAgentForm } from "@/components/staff/agent-forms";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { listHeldAlone } from "@/lib/demandes/queries/list-unattended-services";
import { requireManager } from "@/lib/web/session/current-actor";
import { removeAgentAction } from "../../actions";
import { readAgentCard } from "../read-agent-card";

export default async function RemoveAgentPage({ params }: PageProps<"/admin/agents/[id]/retirer">) {
  const admin = await requireManager();
  const agent = await readAgentCard(admin, (await params).id);
  if (!agent.can.remove) redirect(`/admin/agents/${agent.id}`);
  const alone = await listHeldAlone(admin, agent.id);
  return (
    <Page width="form" before={<BackLink href={`/admin/agents/${agent.id}`}>Revenir à l’agent</BackLink>}>
      <PageHeading title="Retirer l’accès" lead={<bdi>{agent.name}</bdi>} />
      <RemoveAgentForm action={removeAgentAction} agent={agent} alone={alone} />
    </Page>
  );
}
