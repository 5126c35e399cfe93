import { CorrectPage } from "@/app/_followed/correct-page";
import { loadOwnDemande } from "@/app/_followed/load-demande";

export default async function Page({ params }: PageProps<"/espace/demandes/[numero]/corriger">) {
  const demande = await loadOwnDemande((await params).numero);
  return <CorrectPage demande={demande} base={`/espace/demandes/${demande.number}`} />;
}
