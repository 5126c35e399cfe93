import { ChangePage } from "@/app/_followed/change-page";
import { loadOwnDemande } from "@/app/_followed/load-demande";

export default async function Page({ params }: PageProps<"/espace/demandes/[numero]/modifier">) {
  const demande = await loadOwnDemande((await params).numero);
  return <ChangePage demande={demande} base={`/espace/demandes/${demande.number}`} />;
}
