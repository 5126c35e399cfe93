import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { ActionForm } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { removeWalletDocumentAction } from "../../actions";
import { loadPiece } from "../load-piece";

export default async function Page({ params }: PageProps<"/espace/porte-documents/[id]/supprimer">) {
  const { id, title } = await loadPiece(params);
  const here = `/espace/porte-documents/${id}`;
  return (
    <PageFrame width="text" before={<BackLink href={here} />}>
      <PageHeading
        title={`Supprimer « ${title} » ?`}
        lead="La pièce et tous ses fichiers seront effacés. Les copies déjà jointes à vos demandes ne changent pas."
      />
      <ActionForm action={removeWalletDocumentAction} title={`Supprimer ${title}`}>
        <HiddenFields values={{ documentId: id }} />
        <FormButtons cancelHref={here} label="Supprimer" isDangerous />
      </ActionForm>
    </PageFrame>
  );
}
