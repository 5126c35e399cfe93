import { notFound } from "next/navigation";
import { FollowPage } from "@/app/_followed/follow-page";
import { loadDemande } from "@/app/_followed/load-demande";
import { TabContent } from "@/app/_followed/tab-content";
import { tabsOf } from "@/components/demandes/follow/follow-tabs";

export default async function Page({ params }: PageProps<"/suivi/[numero]/[onglet]">) {
  const { numero, onglet } = await params;
  const demande = await loadDemande(numero);
  const tab = tabsOf(demande).find((each) => each === onglet) ?? notFound();
  const base = `/suivi/${demande.number}`;
  return (
    <FollowPage demande={demande} base={base} tab={tab}>
      <TabContent demande={demande} base={base} tab={tab} />
    </FollowPage>
  );
}
