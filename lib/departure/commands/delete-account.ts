import type { Actor } from "@/lib/kernel/actor";
import { transact } from "@/lib/kernel/transact";
import { consumeToken, readToken } from "@/lib/accounts/access/tokens";
import type { AccountId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import type { TokenState } from "@/lib/vocabulary/tokens";
import { readToWithdraw } from "../steps/demandes-to-withdraw";
import { findHold } from "../steps/find-hold";
import { leaveAccount } from "../steps/leave-account";
import { lockAccount } from "../steps/lock-account";

/**
 * Uses the link of the e-mail up and deletes the account at once (F3, F67, F126, T4): sessions end, everything personal goes,
 * what is under way is withdrawn or goes on without it. Whoever holds the link may: it proves the address. Refuses `expired`,
 * `used`, `unknown`, and `held` while an earlier address may take the account back, or agents decide whose it is (F68).
 */
export async function deleteAccount(
  actor: Actor,
  { jeton }: { jeton: string },
): Promise<Result<{ accountId: AccountId }, Exclude<TokenState, "valid"> | "held">> {
  return transact(actor, async (work) => {
    const found = await readToken(jeton, "account_deletion", work.tx);
    if (found.state !== "valid") return refuse(found.state);
    // Its demandes, then itself, then the link: everyone locks them in this order.
    const account = await lockAccount(work.tx, found.token.accountId);
    const link = await consumeToken(work.tx, jeton, "account_deletion");
    if (link.state !== "valid") return refuse(link.state);
    if (!account) return refuse("unknown");
    const { accountId, payload } = link.token;
    if (await findHold(work.tx, accountId)) return refuse("held");

    const { finishing, ...counts } = await leaveAccount(work, account, readToWithdraw(payload));
    await work.record("account.deleted", accountId, { ...counts, finishing: finishing.length });
    return done({ accountId });
  });
}
