import { AskDeletionForm } from "@/components/departure/ask-deletion-form";
import { HoldNotice } from "@/components/departure/hold-notice";
import { Anonymised, Erased } from "@/components/departure/departure-plan";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { EmailText } from "@/components/ui/email-text";
import { BackLink } from "@/components/ui/back-link";
import { WarningText } from "@/components/ui/warning-text";
import { findOwnHold, getDeparture } from "@/lib/departure/queries/get-departure";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { askDeletionAction } from "./actions";

const title = "Supprimer le compte";

/** F67, T4: what will happen to each thing, before the person decides. */
export default async function DeleteAccountPage() {
  const citizen = await requireCitizen();
  const [departure, hold] = await Promise.all([getDeparture(citizen), findOwnHold(citizen)]);
  return (
    <Page width="text" before={<BackLink href="/espace/compte">Gestion du compte</BackLink>}>
      <PageHeading
        title={title}
        lead={
          <p>
            Voici ce que deviendra chaque chose. Rien n’est effacé maintenant : un lien, valable 24&nbsp;heures, sera
            envoyé à <EmailText email={departure.email} /> pour confirmer.
          </p>
        }
      />
      {hold ? <HoldNotice hold={hold} /> : null}
      <WarningText>
        Une fois confirmée, la suppression est définitive. Personne ne pourra rétablir le compte.
      </WarningText>
      <Erased departure={departure} />
      <Anonymised demandes={departure.finished} />
      {hold ? null : <AskDeletionForm action={askDeletionAction} title={title} underWay={departure.underWay} />}
    </Page>
  );
}
