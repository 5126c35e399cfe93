import { CheckboxGroup } from "@/components/ui/fields/checkbox-group";
import { RadioGroup } from "@/components/ui/fields/radio-group";
import { TextField } from "@/components/ui/fields/text-field";
import { TextLink } from "@/components/ui/text-link";
import type { AgentCard, GivenRoles } from "@/lib/staff/types";
import type { ServiceOption } from "@/lib/organisation/types";
import { agentRoleLabels } from "@/lib/vocabulary/roles";

type Props = {
  services: readonly ServiceOption[];
  roles: GivenRoles;
  agent?: Pick<AgentCard, "name" | "wantedRole" | "serviceIds">;
};

/** Name, role and services of an agent, invited or changed. */
export function AgentFields({ services, roles, agent }: Props) {
  return (
    <>
      <TextField name="name" label="Prénom et nom" defaultValue={agent?.name} autoComplete="off" spellCheck={false} />
      <RadioGroup name="role" label="Rôle" options={optionsOf(roles)} defaultValue={agent?.wantedRole ?? "agent"} />
      {services.length > 0 ? (
        <ServicesField services={services} chosen={agent?.serviceIds} />
      ) : (
        <p className="mb-4">
          Aucun service n’existe encore : <TextLink href="/admin/services">créez-en un</TextLink> avant d’inviter des
          agents. Un administrateur peut n’en avoir aucun.
        </p>
      )}
    </>
  );
}

function ServicesField({ services, chosen }: { services: Props["services"]; chosen?: AgentCard["serviceIds"] }) {
  return (
    <CheckboxGroup
      name="services"
      label="Services"
      hint="Un agent lit et traite les demandes de ces services. Un administrateur peut n’en avoir aucun."
      options={services.map(({ id, name, organisation }) => ({ value: id, label: name, hint: organisation }))}
      defaultValue={chosen}
    />
  );
}

function optionsOf({ isOfPortal, organisations }: GivenRoles) {
  const agent = { value: "agent", label: agentRoleLabels.agent, hint: "Traite les demandes de ses services." };
  const admin = {
    value: "admin",
    label: "Administrateur de tout le portail",
    hint: "Gère le portail et lit les demandes de tous les services.",
  };
  const there = organisations.map(({ id, name }) => ({
    value: id,
    label: `Administrateur d’un organisme\u00a0: ${name}`,
    hint: "Gère les services et les agents de cet organisme, et lit leurs demandes seulement.",
  }));
  return [agent, ...(isOfPortal ? [admin] : []), ...there];
}
