import { CorrectPage } from "../correct-page";
import { loadOwnDemande } from "../load-demande";

export default async function Page({ params }: PageProps<"/espace/demandes/[numero]/corriger">) {
  const demande = await loadOwnDemande((await params).numero);
  return <CorrectPage demande={demande} base={`/espace/demandes/${demande.number}`} />;
}
