import { RobotFields } from "@/components/robot/robot-fields";
import { RecapStep } from "@/components/demandes/steps/recap-step";
import { StepPage } from "../step-page";
import { robotFieldsProps } from "@/lib/web/form/robot";
import { submitCheckedDemandeAction, submitDemandeAction } from "../../actions";
import { isFilingCodeAwaited } from "../../filing";
import { loadDraft, summaryOf } from "../load-draft";

export default async function Page({ params }: PageProps<"/demandes/[id]/recapitulatif">) {
  const { id } = await params;
  const draft = await loadDraft(id);
  const summary = summaryOf(draft);
  const isChecked = !draft.belongsToAccount && draft.mode === "new";
  const robot = isChecked ? (
    <RobotFields {...robotFieldsProps(draft.startedAt)} isCodeSent={await isFilingCodeAwaited(draft.id)} />
  ) : null;
  return (
    <StepPage draft={draft} current="recapitulatif" here={`/demandes/${id}/recapitulatif`} summary={[]}>
      <RecapStep
        draft={draft}
        summary={summary}
        action={isChecked ? submitCheckedDemandeAction : submitDemandeAction}
        robot={robot}
      />
    </StepPage>
  );
}
