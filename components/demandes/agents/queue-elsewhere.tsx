import { TextLink } from "@/components/ui/text-link";
import type { QueueElsewhere as Found } from "@/lib/demandes/types/agent";
import { QueueTable } from "./queue-table";

/** What a searched name has in the other states, decided demandes among them, apart from the list. */
export function QueueElsewhere({ found, allHref }: { found: Found; allHref: string }) {
  if (found.lines.length === 0) return null;
  return (
    <section aria-labelledby="autres-etats" className="mt-8">
      <h2 id="autres-etats" className="mb-3">
        Même recherche, dans les autres états
      </h2>
      <QueueTable lines={found.lines} caption="Même recherche, dans les autres états" />
      {found.hasMore ? <TextLink href={allHref}>Chercher dans toutes les demandes</TextLink> : null}
    </section>
  );
}
