import { CorrectPage } from "@/app/_followed/correct-page";
import { loadDemande } from "@/app/_followed/load-demande";

export default async function Page({ params }: PageProps<"/suivi/[numero]/corriger">) {
  const demande = await loadDemande((await params).numero);
  return <CorrectPage demande={demande} base={`/suivi/${demande.number}`} />;
}
