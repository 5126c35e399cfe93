import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { ButtonRow } from "@/components/ui/button-row";
import { TextArea } from "@/components/ui/fields/text-area";
import { ActionForm } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { WarningText } from "@/components/ui/warning-text";
import { withdrawalReasonLength } from "@/lib/demandes/schema/citizen";
import type { DemandeView } from "@/lib/demandes/types/demande";
import { withdrawDemandeAction } from "@/app/espace/demandes/actions";
import { NoLongerPage } from "./no-longer-page";

/** F94: the consequence first, then the act. */
export function WithdrawPage({ demande, base }: { demande: DemandeView; base: string }) {
  if (!demande.can.withdraw)
    return <NoLongerPage demande={demande} base={base} title="Cette demande ne peut plus être annulée ici" />;
  const title = "Annuler ma demande ?";
  return (
    <Page width="text" before={<BackLink href={`${base}/historique`} />}>
      <PageHeading title={title} caption={`Demande n°\u00a0${demande.number}, ${demande.demarche.title}`} />
      <WarningText>
        Une demande annulée ne peut pas être reprise. Pour la refaire, il faudra en commencer une autre.
      </WarningText>
      <ActionForm action={withdrawDemandeAction} title={title}>
        <HiddenFields values={{ demandeId: demande.id, base }} />
        <TextArea
          name="reason"
          label="Pourquoi l’annulez-vous ?"
          hint="Le service lira ce motif."
          optional
          rows={3}
          maxLength={withdrawalReasonLength}
        />
        <ButtonRow>
          <SubmitButton variant="danger">Annuler ma demande</SubmitButton>
          <LinkButton href={`${base}/historique`} variant="plain">
            Garder ma demande
          </LinkButton>
        </ButtonRow>
      </ActionForm>
    </Page>
  );
}
