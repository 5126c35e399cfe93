import { and, count, eq, gte } from "drizzle-orm";
import { createDatabase } from "@/db/client";
import { auditEvents } from "@/db/schema/platform";
import { anonymous } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database, replaceDatabase } from "@/lib/kernel/database";
import { env } from "@/lib/kernel/env";
import { active, comeBack, stopClock, lastLink, otherPassword, password, travel } from "../testing/accounts";
import { askPasswordReset, resetPassword } from "./reset-password";
import { signIn } from "./sign-in";

// Ten thousand guesses, each with its write.
jest.setTimeout(240_000);

beforeEach(stopClock);
afterEach(comeBack);
afterAll(() => database().$client.end());

const guesses = 10_000;
const dayMinutes = 24 * 60;
/** Guesses made at the same instant: a burst shares no try. */
const burst = 50;

/** Tries that reached the comparison of the password since an instant: each leaves its line in the journal. */
async function comparedSince(accountId: string, since: Date): Promise<number> {
  const [row] = await database()
    .select({ tries: count() })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.subjectId, accountId),
        eq(auditEvents.verb, "account.sign_in_failed"),
        gte(auditEvents.at, since),
      ),
    );
  return row?.tries ?? 0;
}

describe("ten thousand guesses on one account in a day (Q20)", () => {
  it("make at most 25 tries, a restart between, and the owner still gets in by a link", async () => {
    const { email, citizen } = await active();
    const since = clock.now();
    for (let made = 0; made < guesses; made += burst) {
      travel((made / guesses) * dayMinutes);
      if (made === guesses / 2) await restart();
      const answers = await Promise.all(
        Array.from({ length: burst }, (_, index) =>
          signIn(anonymous, { identifier: email, password: `essai numéro ${made + index}` }, "d"),
        ),
      );
      expect(answers.every(({ ok }) => !ok)).toBe(true);
    }
    const compared = await comparedSince(citizen.accountId, since);
    expect(compared).toBeGreaterThan(5);
    expect(compared).toBeLessThanOrEqual(25);

    expect(await signIn(anonymous, { identifier: email, password }, "d")).toMatchObject({ reason: "delayed" });
    await askPasswordReset(anonymous, { identifier: email });
    const renewed = { password: otherPassword, passwordConfirmation: otherPassword, jeton: await lastLink(email) };
    expect(await resetPassword(anonymous, renewed)).toMatchObject({ ok: true });
    expect(await signIn(anonymous, { identifier: email, password: otherPassword }, "d")).toMatchObject({ ok: true });
  });
});

/** What a new process knows of the counters: nothing but what the database holds. */
async function restart(): Promise<void> {
  await database().$client.end();
  const { DATABASE_URL, DATABASE_CONNECT_SECONDS: connectTimeout, DATABASE_STATEMENT_MS: statementTimeout } = env();
  replaceDatabase(createDatabase(DATABASE_URL, { connectTimeout, statementTimeout }));
}
