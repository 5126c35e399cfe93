import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import { TextLink } from "@/components/ui/text-link";
import { agentStateLabels, type AgentLine, type AgentState } from "@/lib/organisation/types";
import { formatDateTime } from "@/lib/shared/dates";
import { agentRoleLabels } from "@/lib/vocabulary/roles";

/** The agents, in the order of their names. */
export function AgentTable({ agents }: { agents: readonly AgentLine[] }) {
  if (agents.length === 0) return <EmptyState title="Aucun agent" />;
  return (
    <DataTable
      caption="Agents"
      isCaptionHidden
      columns={[
        { label: "Nom" },
        { label: "Courriel" },
        { label: "Rôle" },
        { label: "Services" },
        { label: "État" },
        { label: "Dernière utilisation" },
      ]}
      rows={agents.map((agent) => ({
        id: agent.id,
        cells: [
          <TextLink key="name" href={`/admin/agents/${agent.id}`}>
            <bdi>{agent.name}</bdi>
          </TextLink>,
          <span key="email" className="break-all">
            {agent.email}
          </span>,
          agentRoleLabels[agent.role],
          agent.services.join(", ") || "–",
          <AgentStateTag key="state" state={agent.state} />,
          agent.lastSeenAt ? formatDateTime(agent.lastSeenAt) : "Jamais",
        ],
      }))}
    />
  );
}

const tones: Record<AgentState, Tone> = { invited: "attention", active: "success", removed: "neutral" };

export function AgentStateTag({ state }: { state: AgentState }) {
  return <StatusTag tone={tones[state]} label={agentStateLabels[state]} />;
}
