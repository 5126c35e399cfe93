import { and, eq } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/accounts";
import { anonymous } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { hashSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { tokenMinutes } from "@/lib/vocabulary/tokens";
import { recoveryDelayMinutes } from "../policy";
import { findAccountSession } from "../queries/find-account-session";
import { findWayBack } from "../queries/find-link";
import {
  accountOf,
  comeBack,
  lastLink,
  lettersTo,
  newEmail,
  otherPassword,
  password,
  travel,
  verbsOf,
} from "../testing/accounts";
import { asked, proof, stateOf, subjectsTo } from "../testing/recovery";
import { admin, agent } from "../testing/staff";
import { readToken } from "../access/tokens";
import { askRecovery } from "./ask-recovery";
import { askEmailChange, confirmEmailChange } from "./change-email";
import { confirmRecovery } from "./confirm-recovery";
import { readAccount } from "./read-account";
import { askPasswordReset, resetPassword } from "./reset-password";
import { restoreEmail } from "./restore-email";
import { signIn } from "./sign-in";
import { suspendAccount } from "./suspend-account";

afterEach(comeBack);
afterAll(() => database().$client.end());

describe("the way back after a recovery that was confirmed (F68)", () => {
  async function confirmed() {
    const made = await asked();
    const decider = await agent();
    expect((await confirmRecovery(decider, made)).ok).toBe(true);
    return { ...made, decider, wayBack: await lastLink(made.email) };
  }

  it("freezes the account for both, puts nothing back, and says so in the journal and to the agents", async () => {
    const { email, accountId, newAddress, recoveryId, wayBack } = await confirmed();
    const chosen = { password: otherPassword, passwordConfirmation: otherPassword };
    expect((await resetPassword(anonymous, { jeton: await lastLink(newAddress), ...chosen })).ok).toBe(true);
    const entered = await signIn(anonymous, { identifier: newAddress, password: otherPassword }, "d");
    if (!entered.ok) throw new Error(entered.reason);
    await askPasswordReset(anonymous, { identifier: newAddress });
    const late = await lastLink(newAddress);

    expect(await findWayBack(wayBack)).toEqual({ state: "valid", email, isDispute: true });
    expect(await restoreEmail(anonymous, { jeton: wayBack })).toEqual({ ok: true, value: "frozen" });
    expect(await accountOf(newAddress)).toMatchObject({ id: accountId, status: "frozen" });
    expect(await findAccountSession(hashSecret(entered.value.secret))).toBeNull();
    expect((await readToken(late, "password_reset")).state).toBe("expired");
    for (const address of [email, newAddress])
      expect((await lettersTo(address))[0]).toMatchObject({
        subject: "Un compte est gelé\u00a0: présentez-vous à l’accueil",
        action: { path: "/contact" },
      });
    expect(await stateOf(recoveryId)).toBe("undone");
    expect(await verbsOf(accountId)).toEqual(expect.arrayContaining(["account.recovery_undone", "account.frozen"]));
    expect(await verbsOf(accountId)).not.toContain("account.email_restored");
    const [shown] = (await readAccount(await agent(), accountId)).recoveries;
    expect(shown).toMatchObject({ state: "undone", decidedBy: "Agent d’essai", undoneAt: expect.any(Date) });
  });

  it("outlives a second recovery and a change of address, whoever made them", async () => {
    const { email, accountId, asker, decider, newAddress, wayBack } = await confirmed();
    const next = newEmail();
    expect((await askRecovery(asker, { accountId, newEmail: next, proof })).ok).toBe(true);
    const [row] = await database()
      .update(accountRecoveries)
      .set({ askedAt: clock.inMinutes(-recoveryDelayMinutes) })
      .where(and(eq(accountRecoveries.accountId, accountId), eq(accountRecoveries.state, "asked")))
      .returning({ recoveryId: accountRecoveries.id });
    if (!row) throw new Error("no second recovery");
    expect((await confirmRecovery(decider, row)).ok).toBe(true);
    expect(await restoreEmail(anonymous, { jeton: wayBack })).toEqual({ ok: true, value: "frozen" });
    expect(await accountOf(next)).toMatchObject({ id: accountId, status: "frozen" });
    expect(await stateOf(row.recoveryId)).toBe("undone");
    for (const address of [email, newAddress, next])
      expect((await subjectsTo(address))[0]).toContain("Un compte est gelé");
  });

  it("leaves alone a recovery confirmed before the link was given", async () => {
    const { citizen, recoveryId, newAddress } = await confirmed();
    const [chosen, later] = [{ password, passwordConfirmation: password }, newEmail()];
    expect((await resetPassword(anonymous, { jeton: await lastLink(newAddress), ...chosen })).ok).toBe(true);
    await askEmailChange(citizen, { email: later, currentPassword: password });
    expect((await confirmEmailChange(anonymous, { jeton: await lastLink(later) })).ok).toBe(true);
    expect(await restoreEmail(anonymous, { jeton: await lastLink(newAddress) })).toEqual({
      ok: true,
      value: "restored",
    });
    expect(await stateOf(recoveryId)).toBe("confirmed");
    expect(await verbsOf(citizen.accountId)).not.toContain("account.recovery_undone");
  });

  it("is refused after seven days, twice, and while the account is suspended", async () => {
    const [late, twice, closed] = [await confirmed(), await confirmed(), await confirmed()];
    await suspendAccount(await admin(), { accountId: closed.accountId, reason: "non" });
    expect(await restoreEmail(anonymous, { jeton: closed.wayBack })).toEqual({ ok: false, reason: "unknown" });
    expect((await restoreEmail(anonymous, { jeton: twice.wayBack })).ok).toBe(true);
    expect(await restoreEmail(anonymous, { jeton: twice.wayBack })).toEqual({ ok: false, reason: "used" });
    travel(tokenMinutes.email_restore + 1);
    expect(await restoreEmail(anonymous, { jeton: late.wayBack })).toEqual({ ok: false, reason: "expired" });
    expect(await stateOf(late.recoveryId)).toBe("confirmed");
  });
});
