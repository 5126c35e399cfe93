import { redirect } from "next/navigation";
import { DocumentsStep } from "@/components/demandes/documents/documents-step";
import { StepPage } from "../../step-page";
import { problemsOf } from "@/lib/demandes/answers";
import { openRequests } from "@/components/demandes/steps/journey";
import { currentCitizen } from "@/lib/web/session/current-actor";
import { checkDocumentsAction } from "../../../actions";
import { documentActions } from "../../document-actions";
import { loadDraft, summaryOf } from "../../load-draft";
import { readDocumentQuery } from "../../read-document-query";
import { walletPieces } from "../../wallet-pieces";

export default async function Page({ params, searchParams }: PageProps<"/demandes/[id]/demande/documents">) {
  const { id } = await params;
  const draft = await loadDraft(id);
  const requests = openRequests(draft);
  if (requests.length === 0) redirect(`/demandes/${id}/recapitulatif`);
  const here = `/demandes/${id}/demande/documents`;
  const query = await readDocumentQuery(await searchParams, here, problemsOf(draft), requests);
  return (
    <StepPage draft={draft} current="documents" here={here} summary={summaryOf(draft)}>
      <DocumentsStep
        draft={draft}
        requests={requests}
        query={query}
        wallet={await walletPieces(await currentCitizen())}
        actions={documentActions}
        action={checkDocumentsAction}
      />
    </StepPage>
  );
}
