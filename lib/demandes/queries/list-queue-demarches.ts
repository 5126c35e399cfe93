import { inArray } from "drizzle-orm";
import { demarches } from "@/db/schema/demarches";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { requireStaff } from "@/lib/kernel/staff";
import { inFrenchOrder } from "@/lib/shared/french-order";
import { readableServices } from "./list-queue";

/** The démarches of the reader's services, by title: what the queue filters by. */
export async function listQueueDemarches(actor: Actor): Promise<{ slug: string; title: string }[]> {
  const services = await readableServices(requireStaff(actor));
  const found = await database()
    .select({ slug: demarches.slug, title: demarches.title })
    .from(demarches)
    .where(inArray(demarches.serviceId, [...services]));
  return inFrenchOrder(found, ({ title }) => title);
}
