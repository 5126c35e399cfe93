import { eq } from "drizzle-orm";
import {
  journalOf,
  lastToken,
  newGuest,
  readyDraft,
  startedDraft,
  submitted,
  valueOf,
} from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { demandeGuests, demandes, guestKeys } from "@/db/schema/demandes";
import type { Anonymous, System } from "@/lib/kernel/actor";
import { setClock } from "@/lib/kernel/clock";
import { hashSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import type { DemandeId, GuestHash } from "@/lib/shared/ids";
import { purgeLinks } from "../jobs/purge-links";
import { findDemande } from "../queries/find-demande";
import { findDeviceAccess } from "../queries/find-device-access";
import { findDraft } from "../queries/find-draft";
import { findGuestKey, type GuestKey } from "../queries/find-guest-key";
import { listOnDevice } from "../queries/list-on-device";
import { opensAnything } from "../queries/has-anything-to-open";
import { openGuestKey, touchGuestKey } from "./open-guest-key";
import { keepDevice } from "./keep-device";
import { openFollowLink } from "./open-follow-link";
import { endGuestKey, quitDevice } from "./quit-device";
import { startDemande } from "./start-demande";
import { withdrawDemande } from "./withdraw-demande";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

let town: Town;
beforeAll(async () => {
  town = await buildTown();
});

let restore: () => void = () => undefined;
afterEach(() => restore());
/** So many minutes after now, until the end of the test. */
function later(minutes: number) {
  restore();
  const then = new Date(Date.now() + minutes * 60_000);
  restore = setClock(() => then);
}
const hours = 60;
const days = 24 * hours;

/** A browser with a key of its own, as the pages give it. */
async function browser(): Promise<Anonymous & { guest: GuestHash }> {
  const { secret, hash } = valueOf(await openGuestKey());
  expect(hash).toBe(hashSecret(secret));
  return { kind: "anonymous", guest: hash };
}
const isAlive = async ({ guest }: { guest: GuestHash }) => (await findGuestKey(guest)) !== null;
const keyOf = async ({ guest }: { guest: GuestHash }): Promise<GuestKey> => {
  const key = await findGuestKey(guest);
  if (!key) throw new Error("the key has ended");
  return key;
};
const exists = async (id: DemandeId) => (await database().$count(demandes, eq(demandes.id, id))) === 1;
const begun = async (guest: Anonymous, isOwnDevice: boolean) =>
  valueOf(await startDemande(guest, { slug: "acte", isOwnDevice })).demandeId;

describe("the key of a browser without account", () => {
  it("ends after an hour without a page, put off by each page, and never past twelve hours", async () => {
    const guest = await browser();
    await startedDraft(guest);
    later(59);
    expect(await isAlive(guest)).toBe(true);
    await touchGuestKey(await keyOf(guest));
    later(118);
    expect(await isAlive(guest)).toBe(true);
    later(120);
    expect(await isAlive(guest)).toBe(false);

    const busy = await browser();
    for (let at = 120; at < 120 + 12 * hours; at += 50) {
      later(at);
      await touchGuestKey(await keyOf(busy));
    }
    later(121 + 12 * hours);
    expect(await isAlive(busy)).toBe(false);
  });

  it("is written at most once a minute", async () => {
    const guest = await browser();
    const before = await keyOf(guest);
    await touchGuestKey(before);
    expect(await keyOf(guest)).toEqual(before);
  });

  it("lasts ninety days where its user said that the device is theirs, however long it is left", async () => {
    const guest = await browser();
    const demandeId = await begun(guest, true);
    expect((await findDeviceAccess(guest, demandeId))?.keptUntil).toBeInstanceOf(Date);
    later(89 * days);
    expect(await isAlive(guest)).toBe(true);
    expect(await findDraft(guest, demandeId)).not.toBeNull();
    later(91 * days);
    expect(await isAlive(guest)).toBe(false);
  });

  it("keeps only what was called one’s own: what another person opened in this browser ends as it would have", async () => {
    const guest = await browser();
    const theirs = await begun(guest, false);
    const mine = await begun(guest, true);
    expect(await findDeviceAccess(guest, theirs)).toEqual({ keptUntil: null });
    later(13 * hours);
    expect(await isAlive(guest)).toBe(true);
    expect(await findDraft(guest, theirs)).toBeNull();
    expect(await findDraft(guest, mine)).not.toBeNull();
  });
});

describe("keepDevice", () => {
  it("keeps what was begun without it, and says so in the journal", async () => {
    const guest = await browser();
    const demandeId = await begun(guest, false);
    valueOf(await keepDevice(guest, { demandeId }));
    later(80 * days);
    expect(await findDraft(guest, demandeId)).not.toBeNull();
    expect(await journalOf(demandeId, "demande.device_kept")).toHaveLength(1);
  });

  it("is for the device that opens it, without account", async () => {
    const demandeId = await begun(await browser(), false);
    const own = await startedDraft(town.citizen);
    await expect(keepDevice(await browser(), { demandeId })).rejects.toThrow("introuvable");
    await expect(keepDevice(town.citizen, { demandeId: own })).rejects.toThrow("introuvable");
    await expect(keepDevice(town.agent, { demandeId })).rejects.toThrow("introuvable");
  });

  it("has nothing to keep once the device was left", async () => {
    const guest = await browser();
    const { demandeId } = await submitted(guest);
    valueOf(await quitDevice(guest, guest.guest));
    await expect(keepDevice(guest, { demandeId })).rejects.toThrow("introuvable");
  });
});

describe("quitDevice", () => {
  it("closes what was filed and erases the drafts, on this device alone", async () => {
    const [guest, phone] = [await browser(), await browser()];
    const { number, demandeId } = await submitted(guest);
    const draft = await readyDraft(guest);
    valueOf(await openFollowLink(phone, { token: await lastToken(number) }));
    expect(await listOnDevice(guest)).toMatchObject({
      filed: [{ number }],
      drafts: [{ id: draft, email: "camille@example.org", linkUntil: null }],
    });

    expect(valueOf(await quitDevice(guest, guest.guest))).toEqual({ closed: 1, erased: 1 });
    expect([await isAlive(guest), await opensAnything(guest.guest)]).toEqual([false, false]);
    expect(await findDemande(guest, number)).toBeNull();
    await expect(withdrawDemande(guest, { demandeId, reason: "" })).rejects.toThrow("introuvable");
    expect(await exists(draft)).toBe(false);
    expect(await findDemande(phone, number)).not.toBeNull();
    expect(await journalOf(demandeId, "demande.device_quit")).toHaveLength(1);
    expect(await journalOf(draft, "demande.deleted")).toHaveLength(1);
  });

  it("leaves nothing more to close the second time, nor for a key that is not one", async () => {
    const guest = await browser();
    await submitted(guest);
    valueOf(await quitDevice(guest, guest.guest));
    expect(valueOf(await quitDevice(guest, guest.guest))).toEqual({ closed: 0, erased: 0 });
    expect(valueOf(await quitDevice(town.citizen, newGuest().guest))).toEqual({ closed: 0, erased: 0 });
  });

  it("never touches what an account has", async () => {
    const guest = await browser();
    const demandeId = await startedDraft(guest);
    await database().update(demandes).set({ accountId: town.citizen.accountId }).where(eq(demandes.id, demandeId));
    valueOf(await quitDevice(guest, guest.guest));
    expect(await exists(demandeId)).toBe(true);
  });
});

describe("a key that ends without a question", () => {
  it("at a sign-out, keeps the drafts that have an address, and erases those that nothing can open again", async () => {
    const guest = await browser();
    const [addressed, empty] = [await readyDraft(guest), await startedDraft(guest)];
    expect(valueOf(await endGuestKey(town.citizen, guest.guest))).toEqual({ closed: 1, erased: 1 });
    expect([await exists(addressed), await exists(empty)]).toEqual([true, false]);
    expect(await findDraft(guest, addressed)).toBeNull();
  });

  it("of a clock that ran ahead ends as if it were used when the clock is right again, and meanwhile still opens its draft", async () => {
    const system: System = { kind: "system", job: "test" };
    const limits = { signal: new AbortController().signal };
    const guest = await browser();
    later(30 * days);
    const ahead = await browser();
    const draft = await begun(ahead, false);
    later(0);
    await purgeLinks(system, limits);
    expect([await isAlive(guest), (await findDraft(ahead, draft)) !== null]).toEqual([true, true]);
    later(2 * hours);
    expect([await isAlive(ahead), await isAlive(guest)]).toEqual([false, false]);
  });

  it("is swept with what it opened, and living keys are left alone", async () => {
    const system: System = { kind: "system", job: "test" };
    const limits = { signal: new AbortController().signal };
    const [old, living] = [await browser(), await browser()];
    const [lost, kept] = [await startedDraft(old), await readyDraft(old)];
    const mine = await begun(living, true);
    later(2 * hours);
    await purgeLinks(system, limits);
    expect([await exists(lost), await exists(kept), await exists(mine)]).toEqual([false, true, true]);
    expect(await database().$count(guestKeys, eq(guestKeys.hash, old.guest))).toBe(0);
    expect(await database().$count(demandeGuests, eq(demandeGuests.guestHash, old.guest))).toBe(0);
    expect(await findDraft(living, mine)).not.toBeNull();
    expect(await journalOf(lost, "demande.deleted")).toMatchObject([{ actorKind: "system" }]);
  });
});
