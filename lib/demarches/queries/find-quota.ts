import { and, eq } from "drizzle-orm";
import { demarches } from "@/db/schema/demarches";
import { database } from "@/lib/kernel/database";
import type { Availability } from "../status";

/**
 * How many demandes a published démarche takes, and how many it holds at this instant: what a page that offers « Commencer »
 * says may not be a minute old. One read by slug; null when there is no such démarche.
 */
export async function findQuota(slug: string): Promise<Pick<Availability, "quota" | "quotaUsed"> | null> {
  const [row] = await database()
    .select({ quota: demarches.quota, quotaUsed: demarches.quotaUsed })
    .from(demarches)
    .where(and(eq(demarches.slug, slug), eq(demarches.isPublished, true)))
    .limit(1);
  return row ?? null;
}
