import { redirect } from "next/navigation";
import { claimDemandeAction } from "@/app/demandes/actions";
import { loadDemande } from "@/app/espace/demandes/[numero]/load-demande";
import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { ButtonRow } from "@/components/ui/button-row";
import { ActionForm } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { requireCitizen } from "@/lib/web/current-actor";

/** F95: signs in first if need be, then joins the demande to the account. */
export default async function Page({ params }: PageProps<"/suivi/[numero]/rattacher">) {
  await requireCitizen();
  const demande = await loadDemande((await params).numero);
  if (!demande.can.claim) redirect(`/suivi/${demande.number}/historique`);
  return (
    <PageFrame width="text" before={<BackLink href={`/suivi/${demande.number}/historique`} />}>
      <PageHeading
        title="Rattacher la demande à mon compte"
        caption={`Demande n° ${demande.number}, ${demande.demarche.title}`}
        lead="Vous la retrouverez dans « Mes demandes » sur tous vos appareils. Elle ne s’ouvrira plus avec son seul lien."
      />
      <ActionForm action={claimDemandeAction} title="Rattacher la demande à mon compte">
        <HiddenFields values={{ demandeId: demande.id }} />
        <ButtonRow>
          <SubmitButton>Rattacher à mon compte</SubmitButton>
        </ButtonRow>
      </ActionForm>
    </PageFrame>
  );
}
