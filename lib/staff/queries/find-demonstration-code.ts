import { and, eq, gt } from "drizzle-orm";
import { agents, agentSessions } from "@/db/schema/staff";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { env } from "@/lib/kernel/env";
import type { SessionId } from "@/lib/shared/ids";
import { nextCode } from "../access/totp";

/**
 * The code that an agent between the two steps must type: only in the demonstration, which has no telephone, and only while
 * the letters stay in the embedded mailbox. Null otherwise.
 */
export async function findDemonstrationCode(sessionId: SessionId): Promise<string | null> {
  const { PARVIS_DEMO, drivers } = env();
  if (!PARVIS_DEMO || drivers.mail !== "mailbox") return null;
  const [row] = await database()
    .select({ totpSecret: agents.totpSecret, totpLastStep: agents.totpLastStep })
    .from(agentSessions)
    .innerJoin(agents, eq(agents.id, agentSessions.agentId))
    .where(
      and(
        eq(agentSessions.id, sessionId),
        eq(agentSessions.hasSecondFactor, false),
        gt(agentSessions.expiresAt, clock.now()),
      ),
    )
    .limit(1);
  return row ? nextCode(row.totpSecret, row.totpLastStep) : null;
}
