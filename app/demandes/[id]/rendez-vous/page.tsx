import { redirect } from "next/navigation";
import { PageTitle } from "@/components/layout/page-title";
import { AppointmentStep } from "@/components/demandes/steps/appointment-step";
import { StepPage } from "../step-page";
import { loadDraft, summaryOf } from "../load-draft";

export default async function Page({ params }: PageProps<"/demandes/[id]/rendez-vous">) {
  const { id } = await params;
  const draft = await loadDraft(id);
  // Who comes by an old address, or another démarche’s, goes where the draft was left.
  if (draft.definition.appointment === "none") redirect(`/demandes/${id}`);
  return (
    <>
      <PageTitle title={`Mon rendez-vous – ${draft.demarche.title}`} />
      <StepPage draft={draft} current="rendez-vous" here={`/demandes/${id}/rendez-vous`} summary={summaryOf(draft)}>
        <AppointmentStep draft={draft} />
      </StepPage>
    </>
  );
}
