import { ChangeAgentForm } from "@/components/staff/agent-forms";
import { AgentFacts, AgentPanel } from "@/components/staff/agent-panel";
import { AgentStateTag } from "@/components/staff/agent-table";
import { AsideLink, Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { SummaryCard } from "@/components/ui/summary-card";
import { TextLink } from "@/components/ui/text-link";
import { listHeldAlone } from "@/lib/demandes/queries/list-unattended-services";
import { listGivenRoles } from "@/lib/staff/queries/list-given-roles";
import { listServices } from "@/lib/organisation/queries/list-services";
import { requireManager } from "@/lib/web/session/current-actor";
import {
  changeAgentAction,
  endAgentSessionsAction,
  reinstateAgentAction,
  sendInvitationAction,
  sendSecondFactorAction,
} from "../actions";
import { readAgentCard } from "./read-agent-card";

const actions = {
  sendInvitation: sendInvitationAction,
  sendSecondFactor: sendSecondFactorAction,
  endSessions: endAgentSessionsAction,
  reinstate: reinstateAgentAction,
};

const title = "Agent";

export default async function AgentPage({ params }: PageProps<"/admin/agents/[id]">) {
  const admin = await requireManager();
  const agent = await readAgentCard(admin, (await params).id);
  const [services, roles, alone] = await Promise.all([
    listServices(admin),
    listGivenRoles(admin),
    listHeldAlone(admin, agent.id),
  ]);
  const back = <BackLink href="/admin/agents">Agents</BackLink>;
  return (
    <Page before={back} aside={<AgentPanel agent={agent} actions={actions} />}>
      {agent.can.change ? null : <PageTitle title={title} />}
      <PageHeading title={agent.name} tag={<AgentStateTag state={agent.state} />} />
      <AsideLink>Aller aux actions</AsideLink>
      <AgentFacts agent={agent} />
      {agent.isManaged ? (
        <p className="mb-5">
          <TextLink href={`/admin/journal?agent=${agent.id}`}>Ce que cet agent a fait</TextLink>
          {" · "}
          <TextLink href={`/admin/journal?objet=${agent.id}`}>Ce qui concerne son accès</TextLink>
        </p>
      ) : null}
      {agent.can.change ? (
        <SummaryCard title="Rôle et services">
          <ChangeAgentForm
            action={changeAgentAction}
            title={title}
            agent={agent}
            services={services}
            roles={roles}
            alone={alone}
          />
        </SummaryCard>
      ) : null}
    </Page>
  );
}
