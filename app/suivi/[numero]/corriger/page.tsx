import { CorrectPage } from "@/app/espace/demandes/[numero]/correct-page";
import { loadDemande } from "@/app/espace/demandes/[numero]/load-demande";

export default async function Page({ params }: PageProps<"/suivi/[numero]/corriger">) {
  const demande = await loadDemande((await params).numero);
  return <CorrectPage demande={demande} base={`/suivi/${demande.number}`} />;
}
