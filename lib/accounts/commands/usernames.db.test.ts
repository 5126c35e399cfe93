import fc from "fast-check";
import { anonymous, type System } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { transact } from "@/lib/kernel/transact";
import { done } from "@/lib/shared/result";
import { accountOf, invited, names, password } from "../testing/accounts";
import { accounts } from "@/db/schema/accounts";
import { clock } from "@/lib/kernel/clock";
import { newId, type AccountId } from "@/lib/shared/ids";
import { nameSearchText } from "@/lib/shared/search-text";
import { allocateUsername, finaliseAccount } from "./finalise-account";

afterAll(() => database().$client.end());

const job: System = { kind: "system", job: "test" };

/** Gives an identifiant and takes it, as finishing an account does, without the cost of a hash. */
async function take(firstName: string, lastName: string): Promise<string> {
  const result = await transact<string, never>(job, async ({ tx, unrecorded }) => {
    unrecorded("only the identifiant is tried");
    const username = await allocateUsername(tx, firstName, lastName);
    const id = newId<AccountId>();
    await tx.insert(accounts).values({ id, status: "active", username, createdAt: clock.now() });
    return done(username);
  });
  if (!result.ok) throw new Error("refused");
  return result.value;
}

const part = fc.oneof(
  fc.constantFrom("Élodie", "Anne-Marie", "Jean Paul", "D’Aubigné-Lefèvre", "Łukasz", "Dupont", "Dupont2", "O", "ß"),
  fc.constantFrom("李", "Мария", "محمد", "Ελένη", "🙂", "--", "a".repeat(300), "é".repeat(300)),
  fc.string({ maxLength: 300, unit: "grapheme" }),
);

describe("the identifiant, allocated by many at once (T1, F32)", () => {
  it("is always distinct and well made: accents, hyphens, homonyms, one letter, 300 letters, other alphabets", async () => {
    const given = new Set<string>();
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(part, part), { minLength: 2, maxLength: 8 }), async (people) => {
        const usernames = await Promise.all(people.map(([first, last]) => take(first, last)));
        asked += people.length;
        for (const username of usernames) {
          expect(username).toMatch(/^(?=.{3,60}$)[a-z0-9]+(?:[.-][a-z0-9]+)*$/);
          given.add(username);
        }
        expect(given.size).toBe(asked);
      }),
      { numRuns: 25 },
    );
  }, 30_000);

  it("never gives twice the one that is at once a homonym’s number and another name", async () => {
    await take("Jean", "Collision");
    const usernames = await Promise.all([
      ...Array.from({ length: 6 }, () => take("Jean", "Collision")),
      ...Array.from({ length: 6 }, () => take("Jean", "Collision2")),
    ]);
    expect(new Set(usernames).size).toBe(12);
  });

  it("stands in what agents search, from the invitation on", async () => {
    const { email, jeton } = await invited();
    expect((await accountOf(email)).searchText).toBe(email);
    const input = { ...names, password, passwordConfirmation: password, jeton };
    const result = await finaliseAccount(anonymous, input, "d");
    if (!result.ok) throw new Error(result.reason);
    expect((await accountOf(email)).searchText).toBe(
      nameSearchText(["Élodie", "D’Aubigné", result.value.username, email]),
    );
  });
});
