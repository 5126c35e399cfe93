import { WithdrawPage } from "@/app/_followed/withdraw-page";
import { loadOwnDemande } from "@/app/_followed/load-demande";

export default async function Page({ params }: PageProps<"/espace/demandes/[numero]/annuler">) {
  const demande = await loadOwnDemande((await params).numero);
  return <WithdrawPage demande={demande} base={`/espace/demandes/${demande.number}`} />;
}
