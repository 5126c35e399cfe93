import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";
import { Prose } from "@/components/ui/prose";
import type { DraftView } from "@/lib/demandes/types/demande";
import { serviceInSentence } from "@/lib/shared/text";
import { stepHref } from "./step-names";

/** Step 2, only where there is an appointment: how it will be made. */
export function AppointmentStep({ draft }: { draft: DraftView }) {
  const isRequired = draft.definition.appointment === "required";
  return (
    <>
      <Prose>
        <p>
          {isRequired
            ? "Cette démarche se termine par un rendez-vous au guichet."
            : "Un rendez-vous au guichet peut être utile pour cette démarche. Il n’est pas obligatoire."}
        </p>
        <p>
          Une fois votre demande reçue, le {serviceInSentence(draft.demarche.serviceName)} vous propose une date par
          courriel ou par téléphone. Vous n’avez rien à choisir maintenant.
        </p>
      </Prose>
      <ButtonRow>
        <LinkButton href={stepHref(draft.id, "informations")}>Continuer</LinkButton>
        <LinkButton href={stepHref(draft.id, "demarche")} variant="plain">
          Retour
        </LinkButton>
      </ButtonRow>
    </>
  );
}
