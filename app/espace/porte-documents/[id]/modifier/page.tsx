import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { WalletDocumentForm } from "@/components/wallet/wallet-document-form";
import { listRelations } from "@/lib/relations/queries";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { today } from "@/lib/web/page/today";
import { changeWalletDocumentAction } from "../../actions";
import { loadPiece } from "../load-piece";

export default async function Page({ params }: PageProps<"/espace/porte-documents/[id]/modifier">) {
  const citizen = await requireCitizen();
  const [document, relations] = await Promise.all([loadPiece(params), listRelations(citizen)]);
  const title = `Modifier ${document.title}`;
  return (
    <PageFrame width="form" before={<BackLink href={`/espace/porte-documents/${document.id}`} />}>
      <PageHeading title="Modifier la pièce" caption={document.title} />
      <WalletDocumentForm
        action={changeWalletDocumentAction}
        title={title}
        document={document}
        relations={relations}
        submitLabel="Valider"
        today={today()}
      />
    </PageFrame>
  );
}
