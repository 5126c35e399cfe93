import { LinkButton } from "@/components/ui/link-button";
import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import type { PortalSetting } from "@/lib/organisation/types";
import { unbroken } from "@/lib/shared/text";

/** What the portal says of its town, with the way to change it. */
export function TownSummary({ setting: { town, title, contact, legal } }: { setting: PortalSetting }) {
  const change = (
    <LinkButton href="/admin/reglages/ville" variant="secondary">
      Modifier<span className="sr-only"> la ville</span>
    </LinkButton>
  );
  return (
    <SummaryCard title="La ville" actions={change}>
      <SummaryList
        rows={[
          { label: "Ville", value: town },
          { label: "Nom du portail", value: title },
          {
            label: "Accueil",
            value: [contact.service, unbroken(contact.phone), contact.email].filter(Boolean).join(", "),
          },
          { label: "Éditeur", value: legal.publisher },
        ]}
      />
    </SummaryCard>
  );
}
