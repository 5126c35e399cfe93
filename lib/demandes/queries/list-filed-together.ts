import { and, eq, ne } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { services } from "@/db/schema/organisation";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { inFrenchOrder } from "@/lib/shared/french-order";
import type { DemandeId } from "@/lib/shared/ids";
import { ownedBy } from "../scope";
import type { FiledTogether } from "../types";

/** What its owner sent in the same filing to other services; nothing to anybody else: each service knows of its own alone. */
export async function listFiledTogether(
  actor: Actor,
  { id, filingId }: { id: DemandeId; filingId: string },
): Promise<FiledTogether[]> {
  const rows = await database()
    .select({ number: demandes.number, serviceName: services.name, status: demandes.status })
    .from(demandes)
    .innerJoin(services, eq(services.id, demandes.serviceId))
    .where(and(eq(demandes.filingId, filingId), ne(demandes.id, id), ownedBy(actor)));
  const filed = rows.flatMap(({ number, ...row }) => (number === null ? [] : [{ ...row, number }]));
  return inFrenchOrder(filed, ({ serviceName }) => serviceName);
}
