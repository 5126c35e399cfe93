import type { DemandeView } from "@/lib/demandes/types/demande";

const followTabs = ["historique", "demande", "demandeur", "echanges", "pieces"] as const;
export type FollowTab = (typeof followTabs)[number];

export const tabTitles: Record<FollowTab, string> = {
  historique: "Historique",
  demande: "La demande",
  demandeur: "Le demandeur",
  echanges: "Échanges",
  pieces: "Pièces",
};

/** F100 to F104: « Échanges » only where the town turned it on. */
export function tabsOf({ definition }: Pick<DemandeView, "definition">): readonly FollowTab[] {
  return followTabs.filter((tab) => tab !== "echanges" || definition.hasExchanges);
}
