import { WithdrawPage } from "@/app/_followed/withdraw-page";
import { loadDemande } from "@/app/_followed/load-demande";

export default async function Page({ params }: PageProps<"/suivi/[numero]/annuler">) {
  const demande = await loadDemande((await params).numero);
  return <WithdrawPage demande={demande} base={`/suivi/${demande.number}`} />;
}
