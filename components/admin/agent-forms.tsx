import { ButtonRow } from "@/components/ui/button-row";
import { EmailField } from "@/components/ui/fields/email-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { WarningText } from "@/components/ui/warning-text";
import type { AgentCard, ServiceOption } from "@/lib/organisation/types";
import { AgentFields } from "./agent-fields";

type InviteProps = { action: FormAction; services: readonly ServiceOption[] };

/** Invites an agent: the link goes to the address given. */
export function InviteAgentForm({ action, services }: InviteProps) {
  return (
    <ActionForm action={action} title="Inviter un agent">
      <EmailField name="email" label="Courriel professionnel" autoComplete="off" />
      <AgentFields services={services} />
      <FormButtons cancelHref="/admin/agents" label="Envoyer l’invitation" />
    </ActionForm>
  );
}

type ChangeProps = InviteProps & { agent: AgentCard };

/** Changes an agent's name, role and services. */
export function ChangeAgentForm({ action, agent, services }: ChangeProps) {
  return (
    <ActionForm action={action} label="Modifier le rôle et les services" scope="modifier">
      <input type="hidden" name="agentId" value={agent.id} />
      <AgentFields services={services} agent={agent} />
      <ButtonRow>
        <SubmitButton>Enregistrer</SubmitButton>
      </ButtonRow>
    </ActionForm>
  );
}

/** Removes an agent's access, after saying what it does. */
export function RemoveAgentForm({ action, agent }: { action: FormAction; agent: AgentCard }) {
  return (
    <ActionForm action={action} title="Retirer un agent">
      <input type="hidden" name="agentId" value={agent.id} />
      <WarningText>Ses connexions et ses liens prennent fin tout de suite.</WarningText>
      <p className="mb-4">
        Ce que cet agent a fait reste dans les demandes et dans le journal. Vous pourrez rétablir son accès.
      </p>
      <FormButtons cancelHref={`/admin/agents/${agent.id}`} label="Retirer l’accès" isDangerous />
    </ActionForm>
  );
}
