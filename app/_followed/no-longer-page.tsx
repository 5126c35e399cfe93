import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { ButtonRow } from "@/components/ui/button-row";
import { RefusedForm, typedText } from "@/components/ui/form/refused-form";
import { LinkButton } from "@/components/ui/link-button";
import { Prose } from "@/components/ui/prose";
import type { DemandeView } from "@/lib/demandes/types/demande";
import { findRefusal } from "@/lib/web/form/refused-request";

type Props = {
  demande: DemandeView;
  base: string;
  /** « Cette demande ne peut plus être modifiée ». */
  title: string;
  /** What else its reader should know. */
  more?: string;
};

/** Something that its state allows no more: an agent took the demande in charge, or answered. Never « rien à cette adresse ». */
export async function NoLongerPage({ demande, base, title, more }: Props) {
  const { number, demarche, statusLabel, statusSentence, service, can } = demande;
  const refused = await findRefusal();
  return (
    <>
      <PageTitle title={title} />
      <Page width="text" before={<BackLink href={`${base}/historique`} />}>
        <PageHeading title={title} caption={`Demande n°\u00a0${number}, ${demarche.title}`} />
        {refused ? (
          <RefusedForm
            refused={refused}
            typed={[{ label: "Pourquoi l’annulez-vous ?", text: typedText(refused, "reason") }]}
          />
        ) : null}
        <Prose>
          <p>
            Son état est «&nbsp;{statusLabel}&nbsp;». {statusSentence} {more}
          </p>
          {can.release ? <p>Elle est dans un compte&nbsp;: c’est de là qu’elle se modifie et s’annule.</p> : null}
          <p>
            Pour toute question, appelez le service avec le numéro de la demande&nbsp;: {service.name}, {service.phone}.
          </p>
        </Prose>
        <ButtonRow>
          <LinkButton href={`${base}/historique`}>Voir où elle en est</LinkButton>
        </ButtonRow>
      </Page>
    </>
  );
}
