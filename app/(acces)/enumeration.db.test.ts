import { AsyncLocalStorage } from "node:async_hooks";
import { randomInt } from "node:crypto";
import { accounts } from "@/db/schema/accounts";
import { clock } from "@/lib/kernel/clock";
import { newWrappedKey } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { hashPassword } from "@/lib/proofs/password";
import { idleForm, type FormState } from "@/lib/shared/form-state";
import { newId, type AccountId } from "@/lib/shared/ids";
import type { ServerFormAction } from "@/lib/web/form/form-action";
import { signInAction } from "./connexion/actions";
import { remindUsernameAction } from "./identifiant-oublie/actions";
import { inviteAction } from "./inscription/actions";
import { askPasswordResetAction } from "./mot-de-passe-oublie/actions";

// Four hundred tries on each side, most of which wait a quarter of a second.
jest.setTimeout(240_000);

/** One visitor: an address of their own, and the cookies they were given. */
type Visit = { headers: ReadonlyMap<string, string>; jar: Map<string, string> };
const mockVisits = new AsyncLocalStorage<Visit>();

jest.mock("next/headers", () => ({
  headers: async () => ({ get: (name: string) => mockVisits.getStore()?.headers.get(name) ?? null }),
  cookies: async () => ({
    get: () => undefined,
    set: (name: string, value: string) => mockVisits.getStore()?.jar.set(name, value),
  }),
}));
jest.mock("next/cache", () => ({ refresh: () => undefined }));
class Gone extends Error {}
jest.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Gone(to);
  },
  notFound: () => {
    throw new Gone("not found");
  },
  unstable_rethrow: (error: unknown) => {
    if (error instanceof Gone) throw error;
  },
}));
// The robot check has tests of its own; here everybody has passed it.
jest.mock("@/lib/web/form/robot", () => ({ checkHuman: async () => null }));

const tries = 400;
const people = 80;
const certain = 1e-5;
const password = "quatre moulins bleus sautent";
/** As many letters on each side: lengths tell nothing by themselves. */
const known = (n: number) => `connue${String(n).padStart(3, "0")}@example.org`;
const unknown = (n: number) => `absent${String(n).padStart(3, "0")}@example.org`;

beforeAll(async () => {
  const passwordHash = await hashPassword(password);
  const now = clock.now();
  await database()
    .insert(accounts)
    .values(
      Array.from({ length: people }, (_, n) => ({
        id: newId<AccountId>(),
        status: "active" as const,
        email: known(n),
        username: `connue${n}`,
        firstName: "Camille",
        lastName: "Exemple",
        passwordHash,
        walletKey: newWrappedKey("wallet"),
        createdAt: now,
        activatedAt: now,
        lastSeenAt: now,
      })),
    );
});
afterAll(() => database().$client.end());

type Seen = { answer: string; ms: number };

/** One form sent: what came back, personal words of the address taken out, and how long it took. */
async function post(action: ServerFormAction, fields: Record<string, string>, email: string): Promise<Seen> {
  const headers = new Map([
    ["host", "localhost:3000"],
    ["origin", "http://localhost:3000"],
    ["x-parvis-socket", `198.51.${randomInt(256)}.${randomInt(256)}`],
  ]);
  const visit: Visit = { headers, jar: new Map() };
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  const begun = performance.now();
  const answer = await mockVisits.run(visit, () =>
    action(idleForm, data).then(
      (state: FormState) => JSON.stringify(state),
      (gone: unknown) => {
        if (gone instanceof Gone) return `→ ${gone.message}`;
        throw gone;
      },
    ),
  );
  const ms = performance.now() - begun;
  const cookies = [...visit.jar].map(([name, value]) => `${name}: ${value.length}`).join();
  return { answer: `${answer.replaceAll(email, "…")} ${cookies}`, ms };
}

/** Both sides in turn, in an order that chance decides, `width` at a time. */
async function compare(action: ServerFormAction, fieldsOf: (email: string) => Record<string, string>, width: number) {
  const sides = { known: [] as Seen[], unknown: [] as Seen[] };
  const work = Array.from({ length: tries }, (_, n) => n % people).flatMap((n) => {
    const pair = [() => one("known", known(n)), () => one("unknown", unknown(n))];
    return randomInt(2) === 0 ? pair : pair.reverse();
  });
  async function one(side: keyof typeof sides, email: string) {
    sides[side].push(await post(action, fieldsOf(email), email));
  }
  const queue = work.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const next of queue) await next();
    }),
  );
  return sides;
}

function expectAlike(sides: Awaited<ReturnType<typeof compare>>) {
  expect(sides.known).toHaveLength(tries);
  expect(new Set(sides.unknown.map(({ answer }) => answer))).toEqual(new Set(sides.known.map(({ answer }) => answer)));
  const [a, b] = [sides.known, sides.unknown].map((seen) => seen.map(({ ms }) => ms)) as [number[], number[]];
  const difference = Math.abs(median(a) - median(b));
  // Told apart only by a difference that is both certain and large enough to be measured from outside. Certain: chance alone would say so
  // one time in a hundred thousand, where one in a hundred would fail a run in twenty-five for nothing (four comparisons, on a busy machine).
  if (mannWhitney(a, b) < certain) expect(difference).toBeLessThanOrEqual(2);
}

/** Two-sided p-value of the rank-sum test, by its normal approximation: exact enough for hundreds of values. */
function mannWhitney(a: readonly number[], b: readonly number[]): number {
  const ranked = [...a.map((ms) => ({ ms, isA: true })), ...b.map((ms) => ({ ms, isA: false }))].sort(
    (one, other) => one.ms - other.ms,
  );
  const rankSum = ranked.reduce((sum, { isA }, index) => (isA ? sum + index + 1 : sum), 0);
  const u = rankSum - (a.length * (a.length + 1)) / 2;
  const spread = Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12);
  return erfc(Math.abs(u - (a.length * b.length) / 2) / spread / Math.SQRT2);
}

/** Complementary error function (Abramowitz and Stegun, 7.1.26), to 1.5e-7. */
function erfc(x: number): number {
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return polynomial * Math.exp(-x * x);
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

describe("nobody learns whether an account exists (Q19): same answer and same time, 400 tries each", () => {
  it("at sign-in, with a wrong password", async () => {
    expectAlike(await compare(signInAction, (identifier) => ({ identifier, password: "pas le bon du tout" }), 1));
  });

  it("at a lost password", async () => {
    expectAlike(await compare(askPasswordResetAction, (identifier) => ({ identifier }), 16));
  });

  it("at a lost identifiant", async () => {
    expectAlike(await compare(remindUsernameAction, (email) => ({ email }), 16));
  });

  it("at the inscription", async () => {
    expectAlike(await compare(inviteAction, (email) => ({ email, kind: "personal" }), 16));
  });

  it("is not blind: a side that takes three milliseconds more is told apart", () => {
    const noise = () => Array.from({ length: tries }, (_, n) => 250 + ((n * 7_919) % 101) / 100);
    expect(mannWhitney(noise(), noise())).toBeGreaterThan(0.5);
    const slower = noise().map((ms) => ms + 3);
    expect(mannWhitney(noise(), slower)).toBeLessThan(certain);
    expect(Math.abs(median(noise()) - median(slower))).toBeGreaterThan(2);
  });
});
