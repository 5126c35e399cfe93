import { redirect } from "next/navigation";
import { StepForm } from "@/components/demandes/steps/step-form";
import { StepPage } from "../step-page";
import { saveStepAction } from "../../actions";
import { loadDraft, summaryOf } from "../load-draft";
import { fieldsOf } from "../step-fields";

export default async function Page({ params, searchParams }: PageProps<"/demandes/[id]/informations">) {
  const { id } = await params;
  const draft = await loadDraft(id);
  const fields = await fieldsOf(draft, "informations", await searchParams);
  if (fields.sections.length === 0) redirect(`/demandes/${id}/demande`);
  return (
    <StepPage draft={draft} current="informations" here={`/demandes/${id}/informations`} summary={summaryOf(draft)}>
      <StepForm draft={draft} step="informations" action={saveStepAction} {...fields} />
    </StepPage>
  );
}
