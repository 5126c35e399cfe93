import { Checkbox } from "@/components/ui/fields/checkbox";
import { SelectField } from "@/components/ui/fields/select-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { ConfirmBox } from "@/components/ui/form/confirm-box";
import { FormButtons } from "@/components/ui/form/form-buttons";
import { LinkButton } from "@/components/ui/link-button";
import { WarningText } from "@/components/ui/warning-text";
import type { ServiceToClose } from "@/lib/demandes/types/agent";
import { count, enumerate } from "@/lib/shared/text";

type Props = { action: FormAction; service: ServiceToClose };

/** Closes a service, after saying what it holds and who takes it over. */
export function CloseServiceForm({ action, service }: Props) {
  const { id, isHeirNeeded, heirs, aloneAgents } = service;
  if (isHeirNeeded && heirs.length === 0) return <NoHeir service={service} />;
  return (
    <ActionForm action={action} title="Fermer un service">
      <input type="hidden" name="serviceId" value={id} />
      <WarningText>Plus aucune demande ne lui arrivera, et ses agents ne le suivront plus.</WarningText>
      {aloneAgents.length > 0 ? (
        <p className="mb-4">
          {aloneAgents.length > 1 ? "Ne suivent que ce service" : "Ne suit que ce service"} : {enumerate(aloneAgents)}.
          {isHeirNeeded ? null : " Donnez-leur d’abord un autre service."}
        </p>
      ) : null}
      {isHeirNeeded ? (
        <>
          <Left service={service} />
          <SelectField
            name="heir"
            label="Service qui reprend"
            hint="Ses agents liront aussi les demandes déjà closes, pour répondre à qui les interroge."
            options={heirs.map(({ id: value, name, isFollowed }) => ({
              value,
              label: isFollowed ? name : `${name} (sans agent en poste)`,
            }))}
          />
          <Checkbox
            name="agentsJoin"
            value="oui"
            label="Ses agents suivent désormais le service qui reprend"
            hint="Ils liront toutes les demandes de ce service."
          />
          <ConfirmBox label="Je sais que personne n’y répondra aux demandes pour l’instant" />
        </>
      ) : (
        <p className="mb-4">
          Il n’a reçu aucune demande et aucune démarche ne lui est confiée : rien n’est à reprendre.
        </p>
      )}
      <FormButtons cancelHref={`/admin/services/${id}`} label="Fermer le service" isDangerous />
    </ActionForm>
  );
}

function NoHeir({ service }: Pick<Props, "service">) {
  return (
    <>
      <WarningText>Aucun autre service ouvert ne peut reprendre ce qu’il laisse : créez-en d’abord un.</WarningText>
      <p className="mb-4">Seul un administrateur du portail peut le confier au service d’un autre organisme.</p>
      <LinkButton href={`/admin/services/${service.id}`}>Revenir au service</LinkButton>
    </>
  );
}

function Left({ service: { waiting, isBounded, demarches } }: Pick<Props, "service">) {
  const some = `${isBounded ? "au moins " : ""}${count(waiting, "demande")} en cours`;
  return (
    <>
      <p className="mb-4">
        {waiting === 0
          ? "Aucune demande n’y est en cours."
          : `Le service qui reprend recevra ${some}, avec leurs délais. Chaque personne qui attend une réponse en sera avertie.`}
      </p>
      {demarches.length > 0 ? (
        <>
          <p className="mb-2">
            Il répondra aussi à {count(demarches.length, "démarche publiée", "démarches publiées")} :
          </p>
          <ul className="mb-4 list-disc ps-6">
            {demarches.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
