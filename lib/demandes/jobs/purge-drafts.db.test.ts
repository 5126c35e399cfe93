import { eq } from "drizzle-orm";
import { addCitizen, journalOf, newGuest, readyDraft, startedDraft, waitingMails } from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { accounts } from "@/db/schema/accounts";
import { attachments, demandes } from "@/db/schema/demandes";
import { blobDeletions } from "@/db/schema/platform";
import type { System } from "@/lib/kernel/actor";
import { clock, setClock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { listNotifications } from "@/lib/notifications/queries";
import type { DemandeId } from "@/lib/shared/ids";
import { submitDemande } from "../commands/submit-demande";
import { purgeGuestDrafts } from "./purge-guest-drafts";
import { purgeDrafts } from "./purge-drafts";
import { rescanPendingFiles } from "./rescan-pending-files";
import { warnOfExpiringDrafts } from "./warn-of-expiring-drafts";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

let town: Town;
beforeAll(async () => {
  town = await buildTown();
});

const system: System = { kind: "system", job: "test" };
const limits = { signal: new AbortController().signal };
const exists = async (id: DemandeId) => (await database().$count(demandes, eq(demandes.id, id))) === 1;

async function inDays<T>(days: number, work: () => Promise<T>): Promise<T> {
  const restore = setClock(() => new Date(Date.now() + days * 86_400_000));
  try {
    return await work();
  } finally {
    restore();
  }
}

describe("purgeDrafts", () => {
  it("erases an untouched draft after fourteen days, a written one after three months, a filed demande never", async () => {
    const [untouched, written, filed] = [
      await startedDraft(newGuest()),
      await readyDraft(newGuest()),
      await readyDraft(town.citizen),
    ];
    await submitDemande(town.citizen, { demandeId: filed, revision: 1, robot: "not_needed" });
    await inDays(13, () => purgeDrafts(system, limits));
    expect(await exists(untouched)).toBe(true);
    expect(await inDays(15, () => purgeDrafts(system, limits))).toBe(1);
    expect([await exists(untouched), await exists(written)]).toEqual([false, true]);
    const files = await database()
      .select({ key: attachments.storageKey })
      .from(attachments)
      .where(eq(attachments.demandeId, written));
    const [one, two] = await inDays(92, () => Promise.all([purgeDrafts(system, limits), purgeDrafts(system, limits)]));
    expect(one + two).toBe(1);
    expect([await exists(written), await exists(filed)]).toEqual([false, true]);
    for (const { key } of files)
      expect(await database().$count(blobDeletions, eq(blobDeletions.storageKey, key))).toBe(1);
    expect(await journalOf(written, "demande.deleted")).toMatchObject([{ actorKind: "system" }]);
  });

  it("stops when it is told to", async () => {
    const draft = await startedDraft(newGuest());
    const stopped = new AbortController();
    stopped.abort();
    expect(await inDays(20, () => purgeDrafts(system, { signal: stopped.signal }))).toBe(0);
    expect(await exists(draft)).toBe(true);
  });
});

describe("purgeGuestDrafts", () => {
  it("erases what has files and no account a week after its last change, bytes included, and nothing else", async () => {
    const citizen = await addCitizen("tranquille");
    const [filled, empty, owned] = [
      await readyDraft(newGuest()),
      await startedDraft(newGuest()),
      await readyDraft(citizen),
    ];
    expect(await inDays(6, () => purgeGuestDrafts(system, limits))).toBe(0);
    const files = await database().select().from(attachments).where(eq(attachments.demandeId, filled));
    expect(files.length).toBeGreaterThan(0);
    const [one, two] = await inDays(8, () =>
      Promise.all([purgeGuestDrafts(system, limits), purgeGuestDrafts(system, limits)]),
    );
    expect(one + two).toBe(1);
    expect([await exists(filled), await exists(empty), await exists(owned)]).toEqual([false, true, true]);
    for (const { storageKey } of files)
      expect(await database().$count(blobDeletions, eq(blobDeletions.storageKey, storageKey))).toBe(1);
    expect(await journalOf(filled, "demande.deleted")).toMatchObject([{ actorKind: "system" }]);
  });

  it("leaves what was written again in the week, and what was filed", async () => {
    const guest = newGuest();
    const [written, filed] = [await readyDraft(guest), await readyDraft(guest)];
    await submitDemande(guest, { demandeId: filed, revision: 1, robot: "passed" });
    await inDays(5, () => database().update(demandes).set({ updatedAt: clock.now() }).where(eq(demandes.id, written)));
    await inDays(11, () => purgeGuestDrafts(system, limits));
    expect([await exists(written), await exists(filed)]).toEqual([true, true]);
    expect(await inDays(13, () => purgeGuestDrafts(system, limits))).toBe(1);
  });

  it("stops when it is told to", async () => {
    const draft = await readyDraft(newGuest());
    const stopped = new AbortController();
    stopped.abort();
    expect(await inDays(20, () => purgeGuestDrafts(system, { signal: stopped.signal }))).toBe(0);
    expect(await exists(draft)).toBe(true);
  });
});

describe("warnOfExpiringDrafts", () => {
  it("tells the account fourteen days before, once", async () => {
    const citizen = await addCitizen("etourdie");
    const draft = await readyDraft(citizen);
    const about = async () =>
      (await waitingMails()).filter(({ to, kind }) => to === "etourdie@example.org" && kind === "draft.expiring");
    await inDays(70, () => warnOfExpiringDrafts(system, limits));
    expect(await about()).toHaveLength(0);
    await inDays(80, () => Promise.all([warnOfExpiringDrafts(system, limits), warnOfExpiringDrafts(system, limits)]));
    await inDays(85, () => warnOfExpiringDrafts(system, limits));
    expect(await about()).toMatchObject([{ content: { action: { path: `/demandes/${draft}` } } }]);
    expect(await listNotifications(citizen)).toMatchObject([{ kind: "draft.expiring" }]);
    expect(await journalOf(draft, "demande.draft_warned")).toHaveLength(1);
  });
});

describe("the drafts of an account that is frozen", () => {
  it("wait for whoever it belongs to: neither warned of nor erased, and for as long as a notice once it is opened again", async () => {
    const citizen = await addCitizen("gelee");
    const draft = await readyDraft(citizen);
    const set = (changes: Partial<typeof accounts.$inferInsert>) =>
      database().update(accounts).set(changes).where(eq(accounts.id, citizen.accountId));
    const reopenedAt = new Date(Date.now() + 120 * 86_400_000);
    await set({ status: "frozen" });
    await inDays(80, () => warnOfExpiringDrafts(system, limits));
    await inDays(119, () => purgeDrafts(system, limits));
    expect([await listNotifications(citizen), await exists(draft)]).toEqual([[], true]);
    await set({ status: "active", reopenedAt });
    await inDays(133, () => purgeDrafts(system, limits));
    expect(await exists(draft)).toBe(true);
    await inDays(135, () => purgeDrafts(system, limits));
    expect(await exists(draft)).toBe(false);
  });
});

describe("rescanPendingFiles", () => {
  it("judges again what the antivirus could not, and says so in the journal", async () => {
    const demandeId = await readyDraft(await addCitizen("patiente"));
    const [file] = await database()
      .update(attachments)
      .set({ scan: "pending" })
      .where(eq(attachments.demandeId, demandeId))
      .returning({ id: attachments.id });
    expect(await rescanPendingFiles(system, limits)).toBe(1);
    expect(
      await database().select({ scan: attachments.scan }).from(attachments).where(eq(attachments.demandeId, demandeId)),
    ).toEqual([{ scan: "clean" }]);
    expect(await journalOf(file?.id ?? "", "attachment.scanned")).toHaveLength(1);
  });
});
