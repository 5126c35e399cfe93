import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { WalletDocumentForm } from "@/components/wallet/wallet-document-form";
import { listRelations } from "@/lib/relations/queries";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { today } from "@/lib/web/page/today";
import { addWalletDocumentAction } from "../actions";

export default async function Page() {
  const relations = await listRelations(await requireCitizen());
  return (
    <PageFrame width="form" before={<BackLink href="/espace/porte-documents">Mon porte-documents</BackLink>}>
      <PageHeading
        title="Ajouter une pièce"
        lead="Décrivez d’abord la pièce. Vous ajouterez ses fichiers juste après."
      />
      <WalletDocumentForm
        action={addWalletDocumentAction}
        title="Ajouter une pièce"
        relations={relations}
        submitLabel="Continuer"
        today={today()}
      />
    </PageFrame>
  );
}
