import { WithdrawPage } from "../withdraw-page";
import { loadOwnDemande } from "../load-demande";

export default async function Page({ params }: PageProps<"/espace/demandes/[numero]/annuler">) {
  const demande = await loadOwnDemande((await params).numero);
  return <WithdrawPage demande={demande} base={`/espace/demandes/${demande.number}`} />;
}
