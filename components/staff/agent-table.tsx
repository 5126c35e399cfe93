import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import { TextLink } from "@/components/ui/text-link";
import { agentStateLabels, sayRole, type AgentLine, type AgentState } from "@/lib/staff/types";
import { formatDateTime } from "@/lib/shared/dates";
import { count } from "@/lib/shared/text";

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
          <Address key="email" email={agent.email} />,
          sayRole(agent),
          servicesText(agent.services),
          <AgentStateTag key="state" state={agent.state} />,
          agent.lastSeenAt ? formatDateTime(agent.lastSeenAt) : "Jamais",
        ],
      }))}
    />
  );
}

/** Breaks after the @ before anywhere else. */
function Address({ email }: { email: string }) {
  const [local, domain] = email.split("@");
  return (
    <span className="wrap-anywhere">
      {local}@<wbr />
      {domain}
    </span>
  );
}

/** Whoever serves many services is told by their number: the list would fill the page. */
function servicesText(services: readonly string[]): string {
  return services.length > 3 ? count(services.length, "service") : services.join(", ") || "–";
}

const tones: Record<AgentState, Tone> = { invited: "attention", active: "success", removed: "neutral" };

export function AgentStateTag({ state }: { state: AgentState }) {
  return <StatusTag tone={tones[state]} label={agentStateLabels[state]} />;
}
