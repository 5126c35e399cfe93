import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { anonymous } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { nameSearchText } from "@/lib/shared/search-text";
import { accountOf, active, comeBack, lettersTo, password, verbsOf } from "../testing/accounts";
import { changeUsername } from "./change-username";
import { signIn } from "./sign-in";

afterEach(comeBack);
afterAll(() => database().$client.end());

let number = 0;
const free = () => `choisi-${(number += 1)}.nom`;

describe("changeUsername (T1, F71)", () => {
  it("gives the name chosen, which signs in, and tells the owner", async () => {
    const { email, username: before, citizen } = await active();
    const username = free();
    expect(await changeUsername(citizen, { username })).toEqual({ ok: true, value: null });
    expect((await signIn(anonymous, { identifier: username, password }, "d")).ok).toBe(true);
    expect((await signIn(anonymous, { identifier: before, password }, "d")).ok).toBe(false);
    const [letter] = await lettersTo(email);
    expect(letter).toMatchObject({ subject: "Votre identifiant a été modifié", facts: [{ value: username }] });
    expect(await verbsOf(citizen.accountId)).toContain("account.username_changed");
    expect((await accountOf(email)).searchText).toBe(nameSearchText(["Élodie", "D’Aubigné", username, email]));
  });

  it("refuses one already taken, whoever asks at the same instant, and one’s own", async () => {
    const people = [await active(), await active(), await active()];
    const username = free();
    const results = await Promise.all(people.map(({ citizen }) => changeUsername(citizen, { username })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "taken")).toHaveLength(2);
    const winner = people[results.findIndex(({ ok }) => ok)];
    if (!winner) throw new Error("nobody won");
    expect(await changeUsername(winner.citizen, { username })).toEqual({ ok: false, reason: "same_username" });
  });

  it("finds nothing for an account that is no longer active", async () => {
    const { citizen } = await active();
    await database().update(accounts).set({ status: "suspended" }).where(eq(accounts.id, citizen.accountId));
    await expect(changeUsername(citizen, { username: free() })).rejects.toThrow("introuvable");
  });
});
