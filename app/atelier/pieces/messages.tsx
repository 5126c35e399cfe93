import { Details } from "@/components/ui/details";
import { Inset } from "@/components/ui/inset";
import { Notice } from "@/components/ui/notice";
import { WarningText } from "@/components/ui/warning-text";
import { Section } from "./section";

export function Messages() {
  return (
    <Section id="messages" title="Messages">
      <Notice title="Votre demande a bien été envoyée" tone="success">
        Un accusé de réception vous a été adressé par courriel.
      </Notice>
      <Notice title="Une correction vous est demandée" tone="warning">
        L’agent qui suit votre demande a besoin d’un document plus récent.
      </Notice>
      <Notice title="Maintenance le 3 mars de 2 h à 4 h">Vos brouillons sont conservés.</Notice>
      <Notice title="Il ne reste plus de place" tone="danger">
        Le nombre de demandes de cette saison est atteint.
      </Notice>
      <WarningText>La suppression du compte est définitive.</WarningText>
      <Inset>Vous pouvez continuer sans ce document et l’apporter au guichet.</Inset>
      <Details summary="Où trouver ce numéro ?">
        <p>En haut à droite de la première page du livret de famille.</p>
      </Details>
    </Section>
  );
}
