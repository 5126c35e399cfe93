import { eq } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/accounts";
import { database } from "@/lib/kernel/database";
import type { RecoveryId } from "@/lib/shared/ids";
import type { TokenState } from "@/lib/vocabulary/tokens";
import { readToken } from "../access/tokens";

/** What the link that stops a recovery (F68) opens today; `decided`: agents decided before. Shows nobody's data. */
export async function findRecoveryStop(secret: string): Promise<TokenState | "decided"> {
  const answer = await readToken(secret, "recovery_stop");
  if (answer.state !== "valid") return answer.state;
  const [recovery] = await database()
    .select({ state: accountRecoveries.state })
    .from(accountRecoveries)
    .where(eq(accountRecoveries.id, answer.token.payload as RecoveryId))
    .limit(1);
  return recovery?.state === "asked" ? "valid" : "decided";
}
