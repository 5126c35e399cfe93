import { AnswerFiles } from "@/components/demandes/agents/answer-files";
import { ErrorSummary } from "@/components/ui/form/error-summary";
import { typedText } from "@/components/ui/form/refused-form";
import { refusalOf } from "@/components/ui/form/refusal-of";
import { DecisionFrame } from "../decision-frame";
import { ValidationForm } from "@/components/demandes/agents/validation-form";
import { getDemandeForAgent } from "@/lib/demandes/queries/get-demande-for-agent";
import { acceptAttribute, acceptedSentence } from "@/lib/files/rules";
import { isRefused } from "@/lib/shared/file-outcome";
import { findRefusal } from "@/lib/web/form/refused-request";
import { requireAgent } from "@/lib/web/session/current-actor";
import { orNotFound } from "@/lib/web/page/or-not-found";
import { readSentFiles } from "@/lib/web/upload/upload-outcomes";
import { removeAnswerFileAction, validateDemandeAction } from "../actions";

const lead = "La demande est acceptée. Vous pouvez joindre jusqu’à quatre fichiers à la réponse.";

export default async function ValidationPage({
  params,
  searchParams,
}: PageProps<"/admin/demandes/[numero]/validation">) {
  const agent = await requireAgent();
  const [{ numero }, query] = await Promise.all([params, searchParams]);
  const sendings = await readSentFiles(query);
  const { sent } = sendings;
  const demande = await orNotFound(() => getDemandeForAgent(agent, numero));
  const refused = await findRefusal();
  const typed = [{ label: "Réponse", text: typedText(refused, "answer") }];
  return (
    <DecisionFrame
      demande={demande}
      to="validated"
      title="Valider et répondre"
      lead={lead}
      refused={refused}
      typed={typed}
    >
      {isRefused(sent) ? <ErrorSummary errors={refusalOf("fichiers", sent)} /> : null}
      <AnswerFiles
        demande={demande}
        files={demande.answerFiles.filter(({ isFrozen }) => !isFrozen)}
        accept={acceptAttribute}
        hint={acceptedSentence}
        sendings={sendings}
        remove={removeAnswerFileAction}
      />
      <ValidationForm demande={demande} hasError={isRefused(sent)} action={validateDemandeAction} />
    </DecisionFrame>
  );
}
