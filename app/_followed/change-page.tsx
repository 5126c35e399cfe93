import type { Route } from "next";
import { redirect } from "next/navigation";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { ButtonRow } from "@/components/ui/button-row";
import { ActionForm } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import type { DemandeView } from "@/lib/demandes/types/demande";
import { discardRevisionAction, openRevisionAction } from "@/app/espace/demandes/actions";
import { NoLongerPage } from "./no-longer-page";

/** A demande that no agent has taken yet may still change (F49). */
export function ChangePage({ demande, base }: { demande: DemandeView; base: string }) {
  const { id, number, demarche, can, status, hasOpenRevision } = demande;
  if (status === "incomplete" && can.change) redirect(`${base}/corriger` as Route);
  if (status !== "pending" || !can.change)
    return (
      <NoLongerPage
        demande={demande}
        base={base}
        title="Cette demande ne peut plus être modifiée"
        more="Si vous aviez commencé des changements sans les soumettre, le service ne les a pas reçus."
      />
    );
  const title = "Modifier ma demande";
  return (
    <Page before={<BackLink href={`${base}/historique`} />}>
      <PageHeading
        title={title}
        caption={`Demande n°\u00a0${number}, ${demarche.title}`}
        lead="Vous reprenez les étapes avec vos réponses. Le service garde la version déjà envoyée tant que vous n’avez pas soumis vos changements."
      />
      <ActionForm action={openRevisionAction} title={title}>
        <HiddenFields values={{ demandeId: id }} />
        <ButtonRow>
          <SubmitButton>{hasOpenRevision ? "Reprendre mes changements" : "Modifier la demande"}</SubmitButton>
          <LinkButton href={`${base}/historique`} variant="plain">
            Retour
          </LinkButton>
        </ButtonRow>
      </ActionForm>
      {hasOpenRevision ? (
        <ActionForm action={discardRevisionAction} label="Abandonner mes changements" className="mt-4">
          <HiddenFields values={{ demandeId: id, base }} />
          <SubmitButton variant="danger">Abandonner mes changements</SubmitButton>
        </ActionForm>
      ) : null}
    </Page>
  );
}
