import type { Route } from "next";
import { redirect } from "next/navigation";
import { CorrectionList } from "@/components/demandes/follow/correction-list";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { ButtonRow } from "@/components/ui/button-row";
import { ActionForm } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { Inset } from "@/components/ui/inset";
import { LinkButton } from "@/components/ui/link-button";
import type { DemandeView } from "@/lib/demandes/types/demande";
import { openRevisionAction } from "@/app/espace/demandes/actions";
import { findRefusal } from "@/lib/web/form/refused-request";
import { summaryOf } from "./load-demande";
import { NoLongerPage } from "./no-longer-page";

/** What the service asks for, before the form opens on that alone. The letter that leads here is kept: once answered, it leads to the demande. */
export async function CorrectPage({ demande, base }: { demande: DemandeView; base: string }) {
  if (demande.status !== "incomplete" || !demande.can.change) {
    if (!(await findRefusal())) redirect(`${base}/historique` as Route);
    return <NoLongerPage demande={demande} base={base} title="Cette demande n’est plus à compléter" />;
  }
  const title = "Compléter ma demande";
  return (
    <Page before={<BackLink href={`${base}/historique`} />}>
      <PageHeading
        title={title}
        caption={`Demande n°\u00a0${demande.number}, ${demande.demarche.title}`}
        lead="Le service a besoin des corrections suivantes. Le reste de votre demande ne change pas."
      />
      {demande.statusReason ? (
        <Inset>
          <h2 className="inset-title">Message du service</h2>
          <p className="whitespace-pre-line">{demande.statusReason}</p>
        </Inset>
      ) : null}
      <CorrectionList corrections={demande.corrections} summary={summaryOf(demande)} />
      <ActionForm action={openRevisionAction} title={title}>
        <HiddenFields values={{ demandeId: demande.id }} />
        <ButtonRow>
          <SubmitButton>{demande.hasOpenRevision ? "Reprendre la correction" : "Commencer la correction"}</SubmitButton>
          <LinkButton href={`${base}/historique`} variant="plain">
            Retour
          </LinkButton>
        </ButtonRow>
      </ActionForm>
    </Page>
  );
}
