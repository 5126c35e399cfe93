import { ChangePage } from "@/app/_followed/change-page";
import { loadDemande } from "@/app/_followed/load-demande";

export default async function Page({ params }: PageProps<"/suivi/[numero]/modifier">) {
  const demande = await loadDemande((await params).numero);
  return <ChangePage demande={demande} base={`/suivi/${demande.number}`} />;
}
