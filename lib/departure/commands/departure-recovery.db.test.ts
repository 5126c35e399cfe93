import { eq } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/accounts";
import { valueOf } from "@/db/test/citizen-demande";
import { anonymous } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { askRecovery, askReopening } from "@/lib/accounts/commands/ask-recovery";
import { confirmRecovery } from "@/lib/accounts/commands/confirm-recovery";
import { newEmail } from "@/lib/accounts/testing/accounts";
import { aDayLater, freeze } from "@/lib/accounts/testing/recovery";
import { agent } from "@/lib/accounts/testing/staff";
import { accountRow, deletionLink, leaver } from "../testing/leaver";
import { askDeletion } from "./ask-deletion";
import { deleteAccount } from "./delete-account";

jest.setTimeout(90_000);
afterAll(() => database().$client.end());

describe("an account of which agents decide whose it is (F68)", () => {
  it("is not deleted meanwhile, by a link asked before or after, and is once it is decided", async () => {
    const { email, citizen } = await leaver();
    const { accountId } = citizen;
    const jeton = await deletionLink(citizen, email);
    valueOf(await askRecovery(await agent(), { accountId, newEmail: newEmail(), proof: "Carte vue." }));
    expect(await askDeletion(citizen, { fate: {} })).toEqual({ ok: false, reason: "recovery_waits" });
    expect(await deleteAccount(anonymous, { jeton })).toEqual({ ok: false, reason: "held" });
    expect(await accountRow(accountId)).toMatchObject({ status: "active", email });
    await database()
      .update(accountRecoveries)
      .set({ state: "refused" })
      .where(eq(accountRecoveries.accountId, accountId));
    expect(await deleteAccount(anonymous, { jeton })).toMatchObject({ ok: true });
  });

  it("is not deleted once it is frozen, by whichever of the two, and is once agents opened it again", async () => {
    const { email, citizen } = await leaver();
    const { accountId } = citizen;
    const jeton = await deletionLink(citizen, email);
    await freeze({ accountId, email });
    await expect(askDeletion(citizen, { fate: {} })).rejects.toThrow("introuvable");
    expect(await deleteAccount(anonymous, { jeton })).toMatchObject({ ok: false });
    expect(await accountRow(accountId)).toMatchObject({ status: "frozen", email });
    valueOf(await askReopening(await agent(), { accountId, proof: "Carte vue." }));
    valueOf(await confirmRecovery(await agent(), await aDayLater(accountId)));
    valueOf(await deleteAccount(anonymous, { jeton: await deletionLink(citizen, email) }));
    const { frozenAt, frozenParties, reopenedAt, status } = await accountRow(accountId);
    expect([status, frozenAt, frozenParties, reopenedAt]).toEqual(["deleted", null, null, null]);
    const left = await database().$count(accountRecoveries, eq(accountRecoveries.accountId, accountId));
    expect(left).toBe(0);
  });
});
