import { asc, inArray } from "drizzle-orm";
import { demarches } from "@/db/schema/demarches";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { requireStaff } from "@/lib/kernel/staff";
import { readableServices } from "./list-queue";

/** The démarches of the reader's services, by title: what the queue filters by. */
export async function listQueueDemarches(actor: Actor): Promise<{ slug: string; title: string }[]> {
  const services = await readableServices(requireStaff(actor));
  return database()
    .select({ slug: demarches.slug, title: demarches.title })
    .from(demarches)
    .where(inArray(demarches.serviceId, [...services]))
    .orderBy(asc(demarches.title));
}
