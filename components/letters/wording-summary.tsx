import { LinkButton } from "@/components/ui/link-button";
import { SummaryCard } from "@/components/ui/summary-card";

/** The way to the words of the letters. */
export function WordingSummary() {
  const change = (
    <LinkButton href="/admin/reglages/lettres" variant="secondary">
      Modifier<span className="sr-only"> les textes des courriels</span>
    </LinkButton>
  );
  return (
    <SummaryCard title="Les textes des courriels" actions={change}>
      <p>Titre, premiers et derniers paragraphes, signature : pour tous, ou pour une démarche.</p>
    </SummaryCard>
  );
}
