import { ButtonRow } from "@/components/ui/button-row";
import { EmailField } from "@/components/ui/fields/email-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { VersionField } from "@/components/ui/form/version-field";
import { WarningText } from "@/components/ui/warning-text";
import type { UnattendedService } from "@/lib/demandes/types/agent";
import { enumerate } from "@/lib/shared/text";
import { sayWaiting } from "./unattended";
import type { AgentCard, GivenRoles } from "@/lib/staff/types";
import type { ServiceOption } from "@/lib/organisation/types";
import { AgentFields } from "./agent-fields";
import { LeavesUnattended } from "./leaves-unattended";

type InviteProps = { action: FormAction; services: readonly ServiceOption[]; roles: GivenRoles };

/** Invites an agent: the link goes to the address given. */
export function InviteAgentForm({ action, services, roles }: InviteProps) {
  return (
    <ActionForm required="marked" action={action} title="Inviter un agent">
      <EmailField name="email" label="Courriel professionnel" autoComplete="off" />
      <AgentFields services={services} roles={roles} />
      <FormButtons cancelHref="/admin/agents" label="Envoyer l’invitation" />
    </ActionForm>
  );
}

/** `alone`: the services that nobody else at work follows. */
type ChangeProps = InviteProps & { agent: AgentCard; alone: readonly UnattendedService[] };

/** Changes an agent's name, role and services. `title`: of the page, which says that something was refused. */
export function ChangeAgentForm({ action, title, agent, services, roles, alone }: ChangeProps & { title: string }) {
  return (
    <ActionForm
      required="marked"
      action={action}
      title={title}
      label="Modifier le rôle et les services"
      scope="modifier"
    >
      <input type="hidden" name="agentId" value={agent.id} />
      <VersionField version={agent.version} />
      <AgentFields services={services} roles={roles} agent={agent} />
      <LeavesUnattended
        alone={alone}
        warning={`Cet agent est le seul en poste pour : ${enumerate(alone.map(sayWaiting))}. Sans lui, personne ne suit ces demandes.`}
        label="Je sais qu’un service retiré à cet agent reste sans personne pour répondre"
      />
      <ButtonRow>
        <SubmitButton>Enregistrer</SubmitButton>
      </ButtonRow>
    </ActionForm>
  );
}

/** Removes an agent's access, after saying what it does. */
export function RemoveAgentForm({ action, agent, alone }: Omit<ChangeProps, "services" | "roles">) {
  return (
    <ActionForm action={action} title="Retirer un agent">
      <input type="hidden" name="agentId" value={agent.id} />
      <WarningText>Ses connexions et ses liens prennent fin tout de suite.</WarningText>
      <p className="mb-4">
        Ce que cet agent a fait reste dans les demandes et dans le journal. Vous pourrez rétablir son accès.
      </p>
      <LeavesUnattended
        alone={alone}
        warning={`Plus aucun agent ne suivra : ${enumerate(alone.map(sayWaiting))}. Nommez d’abord quelqu’un pour les reprendre.`}
      />
      <FormButtons cancelHref={`/admin/agents/${agent.id}`} label="Retirer l’accès" isDangerous />
    </ActionForm>
  );
}
