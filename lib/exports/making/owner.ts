import type { Citizen } from "@/lib/kernel/actor";
import type { AccountId, SessionId } from "@/lib/shared/ids";

/** The session of nobody: what the job reads is not what a browser asked for just now. */
const noSession = "00000000-0000-0000-0000-000000000000" as SessionId;

/**
 * The owner of an account, as the job that makes their copy acts for them: every query then has their scope, and nothing
 * of anybody else can enter the archive. The one place where the portal takes somebody's identity, and so may open a
 * wallet without its owner at the keyboard; only at their own request, written in `account_exports` (docs/decisions, « acting for the owner »).
 */
export function ownerOf(accountId: AccountId): Citizen {
  return { kind: "citizen", accountId, sessionId: noSession };
}
