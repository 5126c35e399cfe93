import { redirect } from "next/navigation";
import { StepForm } from "@/components/demandes/steps/step-form";
import { StepPage } from "../step-page";
import { saveStepAction } from "../../actions";
import { loadDraft, summaryOf } from "../load-draft";
import { fieldsOf } from "../step-fields";

export default async function Page({ params, searchParams }: PageProps<"/demandes/[id]/demande">) {
  const { id } = await params;
  const draft = await loadDraft(id);
  const fields = await fieldsOf(draft, "demande", await searchParams);
  if (fields.sections.length === 0) redirect(`/demandes/${id}/demande/documents`);
  return (
    <StepPage draft={draft} current="demande" here={`/demandes/${id}/demande`} summary={summaryOf(draft)}>
      <StepForm draft={draft} step="demande" action={saveStepAction} {...fields} />
    </StepPage>
  );
}
