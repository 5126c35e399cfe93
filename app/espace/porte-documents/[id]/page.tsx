import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";
import { WalletFiles } from "@/components/wallet/wallet-files";
import { WalletSheet } from "@/components/wallet/wallet-sheet";
import { fileRefusalSentences, isFileRefusal } from "@/lib/files/rules";
import { removeWalletFileAction } from "../actions";
import { loadPiece } from "./load-piece";

export default async function Page({ params, searchParams }: PageProps<"/espace/porte-documents/[id]">) {
  const document = await loadPiece(params);
  const { refus } = await searchParams;
  const refusal = typeof refus === "string" && isFileRefusal(refus) ? fileRefusalSentences[refus] : undefined;
  return (
    <>
      <PageTitle title={`${refusal ? "Erreur : " : ""}${document.title}`} />
      <PageFrame before={<BackLink href="/espace/porte-documents">Mon porte-documents</BackLink>}>
        <PageHeading title={document.title} />
        <WalletSheet document={document} />
        <WalletFiles document={document} remove={removeWalletFileAction} refusal={refusal} />
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
