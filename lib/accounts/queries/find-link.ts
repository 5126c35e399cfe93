import type { TokenPurpose } from "@/lib/vocabulary/tokens";
import { hasWorkOfAgents } from "../recovery/stop-recoveries";
import { readToken } from "../access/tokens";
import type { LinkView, WayBackView } from "../types/account";

/** What a link received by e-mail opens today; its address is shown only while it is valid. Of an account suspended or frozen: nothing. */
export async function findLink(secret: string, purpose: TokenPurpose): Promise<LinkView> {
  const answer = await readToken(secret, purpose);
  if (answer.state !== "valid") return answer;
  const { email, status } = answer.token;
  return status === "suspended" || status === "frozen" ? { state: "unknown" } : { state: "valid", email };
}

/**
 * What the link of the way back from a change of address opens today: `email` is the one that received the link, never the present one. `isDispute`: agents gave the present
 * one, or are asked to, and the link freezes the account instead of putting that address back.
 */
export async function findWayBack(secret: string): Promise<WayBackView> {
  const answer = await readToken(secret, "email_restore");
  if (answer.state !== "valid") return answer;
  const { accountId, payload: email, status, createdAt } = answer.token;
  if (email === null || status !== "active") return { state: "unknown" };
  return { state: "valid", email, isDispute: await hasWorkOfAgents(accountId, createdAt) };
}
