import { LinkList } from "@/components/ui/link-list";
import { SummaryCard } from "@/components/ui/summary-card";
import type { WordingView } from "@/lib/letters/types";

/** The same letter for one démarche alone, where it is about one. */
export function OtherDemarches({ wording: { kind, demarche, demarches } }: { wording: WordingView }) {
  if (demarches.length === 0) return null;
  const page = `/admin/reglages/lettres/${kind}`;
  const links = demarches
    .filter(({ slug }) => slug !== demarche?.slug)
    .map(({ slug, title, isReworded }) => ({
      href: `${page}?demarche=${encodeURIComponent(slug)}`,
      label: title,
      note: isReworded ? "texte à part" : undefined,
    }));
  return (
    <SummaryCard title="Pour une seule démarche">
      <LinkList links={demarche ? [{ href: page, label: "Toutes les démarches" }, ...links] : links} />
    </SummaryCard>
  );
}
