import { TextLink } from "@/components/ui/text-link";
import type { QueueLine } from "@/lib/demandes/types/agent";
import { QueueTable } from "./queue-table";

const shown = 8;

/** The oldest demandes that wait for the service. */
export function FirstInQueue({ lines }: { lines: readonly QueueLine[] }) {
  return (
    <section aria-labelledby="plus-anciennes" className="mb-8">
      <h2 id="plus-anciennes" className="mb-3">
        Les plus anciennes à traiter
      </h2>
      <QueueTable lines={lines.slice(0, shown)} caption="Les plus anciennes à traiter" />
      {lines.length > shown ? <TextLink href="/admin/demandes">Voir toutes les demandes à traiter</TextLink> : null}
    </section>
  );
}
