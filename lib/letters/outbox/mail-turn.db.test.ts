import { eq, inArray, sql } from "drizzle-orm";
import { outbox } from "@/db/schema/platform";
import { newId, type AccountId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { askedMailKinds, lotOf } from "@/lib/vocabulary/mail-kinds";
import { setClock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { isCrowded } from "./mail-turn";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import { post, postEach } from "./post";
import { samples } from "../wording/samples";
import { drainOutbox } from "../jobs/drain-outbox";
import { transact } from "@/lib/kernel/transact";

const system = { kind: "system", job: "essai" } as const;
const start = new Date("2026-11-29T10:00:00Z");
let now = start;
const restore = setClock(() => now);
const later = (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000));

let serial = 0;
let to = "";
beforeEach(() => {
  now = start;
  to = `personne-${(serial += 1)}@example.org`;
});
afterAll(restore);

type AboutKind = "demande.withdrawn" | "demande.taken" | "demande.validated" | "demande.follow" | "demande.claimed";
const answered = lotOf("demande.status") ?? [];

async function write(over: { kind?: AboutKind; accountId?: AccountId } = {}) {
  const { kind = "demande.withdrawn", accountId = null } = over;
  const key = `essai:${(serial += 1)}`;
  await transact(system, async ({ tx, unrecorded }) => {
    unrecorded("test");
    return done(
      await post(tx, kind, { ...samples["demande.follow"], reason: "", files: 0 }, { to, name: null, accountId, key }),
    );
  });
  const [row] = await database().select({ at: outbox.nextAttemptAt }).from(outbox).where(eq(outbox.key, key));
  return Math.round(((row?.at.getTime() ?? NaN) - start.getTime()) / 60_000);
}

/** Minutes after the start when each of so many letters leaves, in order. */
async function leaving(count: number): Promise<number[]> {
  const minutes: number[] = [];
  for (let i = 0; i < count; i += 1) minutes.push(await write());
  return minutes;
}

describe("the letters to an address without account", () => {
  it("leave five an hour and twenty a day, the others in their turn, none lost", async () => {
    const hour = (at: number) => Array.from({ length: 5 }, () => at * 60);
    expect(await leaving(47)).toEqual([
      ...[0, 1, 2, 3].flatMap(hour),
      ...[24, 25, 26, 27].flatMap(hour),
      ...hour(48),
      ...hour(49).slice(0, 2),
    ]);
  });

  it("leave at once again as the earlier ones grow old, whatever minute the hour began at", async () => {
    expect(await leaving(3)).toEqual([0, 0, 0]);
    later(50);
    expect(await leaving(3)).toEqual([50, 50, 60]);
    later(25);
    expect(await write()).toBe(75);
    later(36 * 60);
    expect(await leaving(2)).toEqual([36 * 60 + 75, 36 * 60 + 75]);
  });

  it("do not all find the address free when they are written together", async () => {
    const minutes = await Promise.all(Array.from({ length: 12 }, () => write()));
    expect(minutes.sort((one, other) => one - other)).toEqual([0, 0, 0, 0, 0, 60, 60, 60, 60, 60, 120, 120]);
  });

  it("of a service never wait for those that anybody causes, nor those of an account for either", async () => {
    await leaving(20);
    expect(await write({ kind: "demande.taken" })).toBe(0);
    const accountId = newId<AccountId>();
    for (let i = 0; i < 8; i += 1) expect(await write({ accountId })).toBe(0);
    for (let i = 0; i < 4; i += 1) expect(await write({ kind: "demande.taken" })).toBe(0);
    expect(await write({ kind: "demande.validated" })).toBe(60);
    expect(await write({ kind: "demande.follow" })).toBe(0);
    expect(await write({ kind: "demande.claimed" })).toBe(24 * 60);
  });

  it("are sent when their turn comes, and not before", async () => {
    await leaving(8);
    const isTheirs = eq(outbox.recipientHash, recipientHash(to));
    await database()
      .delete(outbox)
      .where(sql`not ${isTheirs}`);
    const drain = () => drainOutbox(system, { deliver: { email: async () => undefined } });
    expect(await drain()).toMatchObject({ sent: 5 });
    expect(await drain()).toMatchObject({ sent: 0 });
    later(61);
    expect(await drain()).toMatchObject({ sent: 3 });
    // Sent ones still count: the hour is not a new one for each letter that left.
    expect(await leaving(3)).toEqual([61, 61, expect.any(Number)]);
  });

  it("do not wait for a clock that ran ahead and was put right: what it sent takes no turn", async () => {
    const drain = () => drainOutbox(system, { deliver: { email: async () => undefined } });
    later(3 * 24 * 60);
    await leaving(20);
    await drain();
    now = start;
    expect(await isCrowded(recipientHash(to), askedMailKinds)).toBe(false);
    expect(await leaving(6)).toEqual([0, 0, 0, 0, 0, 60]);
  });

  it("take the turns that they would take one by one when they are written together", async () => {
    const other = `autre-${(serial += 1)}@example.org`;
    const leavingTogether = async (addresses: readonly string[]) => {
      const keys = addresses.map(() => `essai:${(serial += 1)}`);
      await database().transaction((tx) =>
        postEach(
          tx,
          "demande.taken",
          addresses.map((address, at) => ({
            facts: samples["demande.taken"],
            recipient: { to: address, name: null, accountId: null, key: keys[at] ?? "" },
          })),
        ),
      );
      const rows = await database()
        .select({ key: outbox.key, at: outbox.nextAttemptAt })
        .from(outbox)
        .where(inArray(outbox.key, keys));
      const minutes = new Map(rows.map(({ key, at }) => [key, Math.round((at.getTime() - start.getTime()) / 60_000)]));
      return keys.map((key) => minutes.get(key));
    };
    expect(await write({ kind: "demande.taken" })).toBe(0);
    expect(await leavingTogether([to, other, to, to, to, to, other])).toEqual([0, 0, 0, 0, 0, 60, 0]);
    // 6 + 16 to one address: the twenty-first and the next wait for the day after.
    expect((await leavingTogether(Array.from({ length: 16 }, () => to))).slice(-3)).toEqual([180, 1440, 1440]);
    expect(await write({ kind: "demande.taken" })).toBe(1440);
  });

  it("make an address crowded once it had twenty in a day, for a day", async () => {
    await leaving(19);
    expect(await isCrowded(recipientHash(to), askedMailKinds)).toBe(false);
    await leaving(1);
    expect(await isCrowded(recipientHash(to), askedMailKinds)).toBe(true);
    expect(await isCrowded(recipientHash(to), answered)).toBe(false);
    later(24 * 60 + 1);
    expect(await isCrowded(recipientHash(to), askedMailKinds)).toBe(false);
  });
});
