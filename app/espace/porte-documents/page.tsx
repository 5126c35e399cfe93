import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { WalletList } from "@/components/wallet/wallet-list";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { getWalletUse, listWalletDocuments } from "@/lib/wallet/queries";

export default async function Page() {
  const citizen = await requireCitizen();
  const [documents, use] = await Promise.all([listWalletDocuments(citizen), getWalletUse(citizen)]);
  return (
    <>
      <PageTitle title="Mon porte-documents" />
      <PageFrame>
        <PageHeading
          title="Mon porte-documents"
          lead="Il vous est réservé : l’administration n’y a pas accès. Joindre une pièce à une demande en donne une copie au service, rien d’autre."
        />
        <WalletList documents={documents} use={use} />
      </PageFrame>
    </>
  );
}
