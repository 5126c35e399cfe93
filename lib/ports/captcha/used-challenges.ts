import { eq } from "drizzle-orm";
import { consumedChallenges } from "@/db/schema/platform";
import { database } from "@/lib/kernel/database";

/**
 * Uses up a challenge for one thing (`usedFor`, a hash). False when it already served for another: the same thing sent again,
 * by a double click or after a lost answer, is not a second use.
 */
export async function consumeChallenge(key: string, usedFor: string, expiresAt: Date): Promise<boolean> {
  await database().insert(consumedChallenges).values({ key, usedFor, expiresAt }).onConflictDoNothing();
  return wasUsedFor(key, usedFor);
}

/** Whether the challenge served, and for this very thing. */
export async function wasUsedFor(key: string, usedFor: string): Promise<boolean> {
  const rows = await database()
    .select({ usedFor: consumedChallenges.usedFor })
    .from(consumedChallenges)
    .where(eq(consumedChallenges.key, key));
  return rows[0]?.usedFor === usedFor;
}
