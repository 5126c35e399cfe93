import { PageTitle } from "@/components/layout/page-title";
import { DemarcheStep } from "@/components/demandes/steps/demarche-step";
import { StepPage } from "../step-page";
import { stepsOf } from "@/components/demandes/steps/step-names";
import { loadDraft, summaryOf } from "../load-draft";

export default async function Page({ params }: PageProps<"/demandes/[id]/demarche">) {
  const { id } = await params;
  const draft = await loadDraft(id);
  const next = stepsOf(draft.definition)[1] ?? "informations";
  return (
    <>
      <PageTitle title={`La démarche – ${draft.demarche.title}`} />
      <StepPage draft={draft} current="demarche" here={`/demandes/${id}/demarche`} summary={summaryOf(draft)}>
        <DemarcheStep draft={draft} nextHref={`/demandes/${id}/${next}`} />
      </StepPage>
    </>
  );
}
