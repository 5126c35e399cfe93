import { WithdrawPage } from "@/app/espace/demandes/[numero]/withdraw-page";
import { loadDemande } from "@/app/espace/demandes/[numero]/load-demande";

export default async function Page({ params }: PageProps<"/suivi/[numero]/annuler">) {
  const demande = await loadDemande((await params).numero);
  return <WithdrawPage demande={demande} base={`/suivi/${demande.number}`} />;
}
