import { AnswerFiles, sayUploadRefusal } from "@/components/admin/answer-files";
import { DecisionFrame } from "../decision-frame";
import { ValidationForm } from "@/components/admin/validation-form";
import { getDemandeForAgent } from "@/lib/demandes/queries/get-demande-for-agent";
import { acceptAttribute, acceptedSentence, fileLimits } from "@/lib/files/rules";
import { requireAgent } from "@/lib/web/current-actor";
import { orNotFound } from "@/lib/web/or-not-found";
import { removeAnswerFileAction, validateDemandeAction } from "../actions";

const lead = "La demande est acceptée. Vous pouvez joindre jusqu’à quatre fichiers à la réponse.";

export default async function ValidationPage({
  params,
  searchParams,
}: PageProps<"/admin/demandes/[numero]/validation">) {
  const agent = await requireAgent();
  const [{ numero }, { refus }] = await Promise.all([params, searchParams]);
  const demande = await orNotFound(() => getDemandeForAgent(agent, numero));
  return (
    <DecisionFrame demande={demande} to="validated" title="Valider et répondre" lead={lead}>
      <AnswerFiles
        demande={demande}
        files={demande.answerFiles.filter(({ isFrozen }) => !isFrozen)}
        most={fileLimits.filesAPiece}
        accept={acceptAttribute}
        hint={acceptedSentence}
        refusal={sayUploadRefusal(refus)}
        remove={removeAnswerFileAction}
      />
      <ValidationForm demande={demande} action={validateDemandeAction} />
    </DecisionFrame>
  );
}
