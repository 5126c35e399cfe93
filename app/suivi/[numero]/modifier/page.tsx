import { ChangePage } from "@/app/espace/demandes/[numero]/change-page";
import { loadDemande } from "@/app/espace/demandes/[numero]/load-demande";

export default async function Page({ params }: PageProps<"/suivi/[numero]/modifier">) {
  const demande = await loadDemande((await params).numero);
  return <ChangePage demande={demande} base={`/suivi/${demande.number}`} />;
}
