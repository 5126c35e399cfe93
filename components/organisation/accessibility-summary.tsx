import { LinkButton } from "@/components/ui/link-button";
import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import { complianceOf, type Accessibility } from "@/lib/shared/accessibility";
import { formatDate } from "@/lib/shared/dates";

/** What the town declares of the accessibility of its portal, with the way to change it. */
export function AccessibilitySummary({ accessibility }: { accessibility: Accessibility }) {
  const { audit, statedOn, schemeUrl, planUrl } = accessibility;
  const change = (
    <LinkButton href="/admin/reglages/accessibilite" variant="secondary">
      Modifier<span className="sr-only"> la déclaration d’accessibilité</span>
    </LinkButton>
  );
  return (
    <SummaryCard title="Déclaration d’accessibilité" actions={change}>
      <SummaryList
        rows={[
          { label: "État déclaré", value: `Le portail est ${complianceOf(accessibility)}` },
          { label: "Audit", value: audit ? `${audit.auditor}, le ${formatDate(audit.date)}` : "Aucun" },
          { label: "Établie le", value: formatDate(statedOn) },
          { label: "Schéma pluriannuel", value: schemeUrl || "Pas encore publié" },
          { label: "Plan d’actions", value: planUrl || "Pas encore publié" },
        ]}
      />
    </SummaryCard>
  );
}
