import { eq } from "drizzle-orm";
import { meanwhile } from "@/db/test/meanwhile";
import { accounts, accountTokens } from "@/db/schema/accounts";
import { outbox } from "@/db/schema/platform";
import { anonymous } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { verbsOf } from "@/lib/accounts/testing/accounts";
import type { AccountId } from "@/lib/shared/ids";
import { accountRow, deletionLink, leaver } from "../testing/leaver";
import { askDeletion } from "./ask-deletion";
import { deleteAccount } from "./delete-account";

jest.setTimeout(90_000);
afterAll(() => database().$client.end());

const linksAndLetters = async (id: AccountId) => [
  await database().$count(accountTokens, eq(accountTokens.accountId, id)),
  await database().$count(outbox, eq(outbox.accountId, id)),
];

it.each([{ status: "suspended" }, { status: "deleted", email: null }] as const)(
  "an account that becomes %o while its deletion is asked gets neither link nor letter",
  async (end) => {
    const { citizen } = await leaver();
    const { accountId } = citizen;
    const before = [await linksAndLetters(accountId), await verbsOf(accountId)];
    const answer = await meanwhile(
      (tx) => tx.update(accounts).set(end).where(eq(accounts.id, accountId)),
      () => askDeletion(citizen, { fate: {} }),
    );
    expect(answer).toBeInstanceOf(NotFound);
    expect([await linksAndLetters(accountId), await verbsOf(accountId)]).toEqual(before);
  },
);

it("a letter goes to the address that the account has when it is written", async () => {
  const { email, citizen } = await leaver();
  const next = `nouvelle.${email}`;
  const answer = await meanwhile(
    (tx) => tx.update(accounts).set({ email: next }).where(eq(accounts.id, citizen.accountId)),
    () => deletionLink(citizen, next),
  );
  expect(answer).toMatch(/^[\w-]{43}$/);
});

it("an account suspended while its deletion is confirmed stays", async () => {
  const { email, citizen } = await leaver();
  const jeton = await deletionLink(citizen, email);
  const answer = await meanwhile(
    (tx) => tx.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, citizen.accountId)),
    () => deleteAccount(anonymous, { jeton }),
  );
  expect(answer).toEqual({ ok: false, reason: "unknown" });
  expect(await accountRow(citizen.accountId)).toMatchObject({ status: "suspended", email });
});
