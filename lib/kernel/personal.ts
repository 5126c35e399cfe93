import { and, asc, eq } from "drizzle-orm";
import { auditEvents, consumedChallenges, rateLimits } from "@/db/schema/platform";
import { auditVerbLabels } from "@/lib/vocabulary/audit-verb-labels";
import type { Citizen } from "./actor";
import { database } from "./database";
import { claim, type Personal } from "./personal-data";

const journal = {
  kept: "the journal is kept a year, whoever went: it holds no personal datum, and the account no longer leads to one",
};

/** What counts tries, under fingerprints; the journal. */
export const kernelPersonal = {
  tables: {
    rateLimits: claim(
      rateLimits,
      { with: "time", task: "menage" },
      { key: "erased", count: "erased", windowStart: "erased", blockedUntil: "erased", expiresAt: "erased" },
    ),
    consumedChallenges: claim(
      consumedChallenges,
      { with: "time", task: "menage" },
      { key: "erased", usedFor: "erased", expiresAt: "erased" },
    ),
    auditEvents: claim(
      auditEvents,
      { with: "time", task: "menage" },
      {
        id: journal,
        at: journal,
        actorKind: journal,
        actorId: journal,
        verb: journal,
        subjectId: journal,
        details: journal,
      },
    ),
  },
  copy: async (owner) => ({ data: { journal: await actsOf(owner) } }),
} satisfies Personal;

/** What the journal says of the person's own acts; those of agents are not theirs. */
async function actsOf({ accountId }: Citizen) {
  const rows = await database()
    .select({
      at: auditEvents.at,
      verb: auditEvents.verb,
      subjectId: auditEvents.subjectId,
      details: auditEvents.details,
    })
    .from(auditEvents)
    .where(and(eq(auditEvents.actorKind, "citizen"), eq(auditEvents.actorId, accountId)))
    .orderBy(asc(auditEvents.at), asc(auditEvents.id));
  return rows.map(({ at, verb, subjectId, details }) => ({
    date: at,
    acte: auditVerbLabels[verb],
    objet: subjectId,
    precisions: details,
  }));
}
