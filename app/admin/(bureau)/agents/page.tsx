import { UnattendedNotice } from "@/components/staff/unattended";
import { AgentTable } from "@/components/staff/agent-table";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { LinkButton } from "@/components/ui/link-button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { listUnattended } from "@/lib/demandes/queries/list-unattended-services";
import { listAgents } from "@/lib/staff/queries/list-agents";
import { requireManager } from "@/lib/web/session/current-actor";
import { firstOf } from "@/lib/web/page/first-of";

export default async function AgentsPage({ searchParams }: PageProps<"/admin/agents">) {
  const admin = await requireManager();
  const isRemoved = firstOf((await searchParams).etat) === "retires";
  const tabs = [
    { href: "/admin/agents", label: "En poste", isCurrent: !isRemoved },
    { href: "/admin/agents?etat=retires", label: "Retirés", isCurrent: isRemoved },
  ];
  const [agents, unattended] = await Promise.all([
    listAgents(admin, { isRemoved }),
    isRemoved ? [] : listUnattended(admin),
  ]);
  return (
    <>
      <PageTitle title="Agents" />
      <Page width="wide">
        <PageHeading title="Agents" lead="Qui traite les demandes, dans quels services, et qui gère le portail." />
        <div className="mb-4">
          <LinkButton href="/admin/agents/inviter">Inviter un agent</LinkButton>
        </div>
        <UnattendedNotice services={unattended} isAmongAgents />
        <LinkTabs label="États des agents" items={tabs} />
        <AgentTable agents={agents} />
      </Page>
    </>
  );
}
