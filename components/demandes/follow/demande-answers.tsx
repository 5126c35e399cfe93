import type { DemandeView } from "@/lib/demandes/types/demande";
import type { SummarySection } from "@/lib/demarches/summary";
import { SummarySections } from "../summary-sections";

type Props = {
  demande: DemandeView;
  summary: readonly SummarySection[];
  /** « Le demandeur », or « La demande ». */ part: SummarySection["step"];
};

/** F100, F101: one half of what was filed. */
export function DemandeAnswers({ demande, summary, part }: Props) {
  const sections = summary.filter(({ step }) => step === part);
  if (sections.length === 0) return <p>Cette démarche ne demande rien de plus que vos coordonnées.</p>;
  return <SummarySections sections={sections} attachments={demande.attachments} headingLevel={3} />;
}
