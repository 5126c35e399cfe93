import { eq, sql } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import { services } from "@/db/schema/organisation";
import type { Tx } from "@/lib/kernel/database";
import { Invariant } from "@/lib/kernel/errors";
import type { ServiceId } from "@/lib/shared/ids";

/** The service of a demande, in a query that joins its démarche: what is not filed yet goes where the démarche goes now. */
export const destination = sql<ServiceId>`case when ${demandes.status} = 'draft' then ${demarches.serviceId} else ${demandes.serviceId} end`;

/**
 * Who receives for a service: itself, or who took over from it when it closed (decision 041). Held until the end of the transaction:
 * whoever closes it waits, and then finds what was filed here.
 */
export async function receivingService(tx: Tx, serviceId: ServiceId): Promise<ServiceId> {
  const [row] = await tx
    .select({ closedAt: services.closedAt, heirId: services.heirId })
    .from(services)
    .where(eq(services.id, serviceId))
    .for("key share");
  if (!row) throw new Invariant("a demande without its service");
  if (row.closedAt === null) return serviceId;
  if (row.heirId === null) throw new Invariant("a closed service receives, and nobody took over from it");
  return receivingService(tx, row.heirId);
}
