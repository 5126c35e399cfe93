import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { ButtonRow } from "@/components/ui/button-row";
import { ErrorSummary } from "@/components/ui/form/error-summary";
import { refusalOf } from "@/components/ui/form/refusal-of";
import { LinkButton } from "@/components/ui/link-button";
import { WalletFiles } from "@/components/wallet/wallet-files";
import { WalletSheet } from "@/components/wallet/wallet-sheet";
import { readSentFiles } from "@/lib/web/upload/upload-outcomes";
import { isRefused } from "@/lib/shared/file-outcome";
import { removeWalletFileAction } from "../actions";
import { loadPiece } from "./load-piece";

export default async function Page({ params, searchParams }: PageProps<"/espace/porte-documents/[id]">) {
  const document = await loadPiece(params);
  const sendings = await readSentFiles(await searchParams);
  const outcomes = sendings.sent;
  const errors = refusalOf("fichiers", outcomes);
  const hasError = isRefused(outcomes);
  return (
    <>
      <PageTitle title={document.title} hasError={hasError} />
      <PageFrame before={<BackLink href="/espace/porte-documents">Mon porte-documents</BackLink>}>
        {hasError ? <ErrorSummary errors={errors} /> : null}
        <PageHeading title={document.title} />
        <WalletSheet document={document} />
        <WalletFiles document={document} remove={removeWalletFileAction} sendings={sendings} />
        <ButtonRow>
          <LinkButton href="/espace/porte-documents">Terminer</LinkButton>
          <LinkButton href={`/espace/porte-documents/${document.id}/supprimer`} variant="danger">
            Supprimer cette pièce
          </LinkButton>
        </ButtonRow>
      </PageFrame>
    </>
  );
}
