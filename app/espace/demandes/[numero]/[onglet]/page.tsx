import { notFound } from "next/navigation";
import { tabsOf } from "@/components/demandes/follow/follow-tabs";
import { FollowPage } from "@/app/_followed/follow-page";
import { loadOwnDemande } from "@/app/_followed/load-demande";
import { TabContent } from "@/app/_followed/tab-content";

export default async function Page({ params }: PageProps<"/espace/demandes/[numero]/[onglet]">) {
  const { numero, onglet } = await params;
  const demande = await loadOwnDemande(numero);
  const tab = tabsOf(demande).find((each) => each === onglet) ?? notFound();
  const base = `/espace/demandes/${demande.number}`;
  return (
    <FollowPage demande={demande} base={base} tab={tab}>
      <TabContent demande={demande} base={base} tab={tab} />
    </FollowPage>
  );
}
