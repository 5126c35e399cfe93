import { redirect } from "next/navigation";
import { RemoveAgentForm } from "@/components/admin/agent-forms";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { requireAdmin } from "@/lib/web/current-actor";
import { removeAgentAction } from "../../actions";
import { readAgentCard } from "../read-agent-card";

export default async function RemoveAgentPage({ params }: PageProps<"/admin/agents/[id]/retirer">) {
  const agent = await readAgentCard(await requireAdmin(), (await params).id);
  if (!agent.can.remove) redirect(`/admin/agents/${agent.id}`);
  return (
    <Page width="form" before={<BackLink href={`/admin/agents/${agent.id}`}>Revenir à l’agent</BackLink>}>
      <PageHeading title="Retirer l’accès" lead={<bdi>{agent.name}</bdi>} />
      <RemoveAgentForm action={removeAgentAction} agent={agent} />
    </Page>
  );
}
