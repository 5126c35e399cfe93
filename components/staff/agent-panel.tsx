import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import { sayRole, type AgentCard } from "@/lib/staff/types";
import { formatDate, formatDateTime } from "@/lib/shared/dates";

/** What is known of an agent's access. */
export function AgentFacts({ agent }: { agent: AgentCard }) {
  return (
    <SummaryCard title="Accès">
      <SummaryList
        rows={[
          { label: "Courriel", value: agent.email },
          { label: "Rôle", value: sayRole(agent) },
          { label: "Services", value: agent.serviceNames.join(", ") || "Aucun" },
          { label: "Invité le", value: formatDate(agent.createdAt) },
          { label: "Accès donné par", value: accessText(agent) },
          { label: "Activé le", value: agent.activatedAt ? formatDate(agent.activatedAt) : "Pas encore" },
          ...(agent.removedAt ? [{ label: "Retiré le", value: formatDate(agent.removedAt) }] : []),
          { label: "Lien en attente", value: linkText(agent) },
          { label: "Dernière utilisation", value: agent.lastSeenAt ? formatDateTime(agent.lastSeenAt) : "Jamais" },
          { label: "Connexions ouvertes", value: String(agent.openSessions) },
          { label: "Codes de secours restants", value: String(agent.codesLeft) },
        ]}
      />
    </SummaryCard>
  );
}

function accessText({ lastAccess }: AgentCard): string {
  return lastAccess ? `${lastAccess.by}, ${formatDateTime(lastAccess.at)}` : "Non noté";
}

function linkText({ link }: AgentCard): string {
  if (!link) return "Aucun";
  const what = link.purpose === "agent_invitation" ? "Mot de passe et second facteur" : "Second facteur";
  return `${what}, valable jusqu’au ${formatDateTime(link.expiresAt)}`;
}

type Actions = {
  sendInvitation: FormAction;
  sendSecondFactor: FormAction;
  endSessions: FormAction;
  reinstate: FormAction;
};

/** What an administrator may do with an agent's access. */
export function AgentPanel({ agent, actions }: { agent: AgentCard; actions: Actions }) {
  const { can } = agent;
  return (
    <SummaryCard title="Agir">
      {agent.isManaged ? null : (
        <p>
          Cet agent travaille aussi pour un autre organisme, ou gère le portail : c’est un administrateur du portail qui
          tient son accès.
        </p>
      )}
      <div className="decision-panel">
        {can.change ? (
          <OneButton agent={agent} action={actions.sendInvitation}>
            {agent.state === "invited" ? "Renvoyer l’invitation" : "Envoyer de nouveaux accès"}
          </OneButton>
        ) : null}
        {can.renewSecondFactor ? (
          <OneButton agent={agent} action={actions.sendSecondFactor}>
            Remplacer le second facteur
          </OneButton>
        ) : null}
        {can.endSessions ? (
          <OneButton agent={agent} action={actions.endSessions}>
            Fermer ses connexions
          </OneButton>
        ) : null}
        {can.reinstate ? (
          <OneButton agent={agent} action={actions.reinstate}>
            Rétablir l’accès
          </OneButton>
        ) : null}
        {can.remove ? (
          <LinkButton href={`/admin/agents/${agent.id}/retirer`} variant="secondary">
            Retirer l’accès
          </LinkButton>
        ) : null}
      </div>
    </SummaryCard>
  );
}

function OneButton({ agent, action, children }: { agent: AgentCard; action: FormAction; children: string }) {
  return (
    <ActionForm action={action} label={children}>
      <input type="hidden" name="agentId" value={agent.id} />
      <SubmitButton variant="secondary">{children}</SubmitButton>
    </ActionForm>
  );
}
