import { eq } from "drizzle-orm";
import { journalOf, lastToken, newGuest, submitted, valueOf, waitingMails } from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { demandeRevisions } from "@/db/schema/demandes";
import type { Actor, Anonymous } from "@/lib/kernel/actor";
import { setClock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { findContactCorrection } from "../queries/find-contact-correction";
import { findDemande } from "../queries/find-demande";
import { askFollowLink } from "./ask-follow-link";
import { correctContact } from "./correct-contact";
import { openFollowLink } from "./open-follow-link";
import { openRevision } from "./open-revision";
import { quitDevice } from "./quit-device";
import { takeCharge } from "./take-charge";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

let town: Town;
beforeAll(async () => {
  town = await buildTown();
});
let restore: () => void = () => undefined;
afterEach(() => restore());

const typed = "camille@example.org";
let addresses = 0;
const fresh = () => `bonne-${(addresses += 1)}@example.org`;
async function filed() {
  const guest = newGuest();
  return { guest, ...(await submitted(guest)) };
}
const lettersAbout = async (number: string) =>
  (await waitingMails()).filter(({ content }) => content.subject.includes(number));

describe("correctContact", () => {
  it("sends the récépissé to the right address, voids the links sent before, and tells the first one no more than that", async () => {
    const { guest, number, demandeId } = await filed();
    const old = await lastToken(number);
    const email = fresh();
    expect(await findContactCorrection(guest, demandeId)).toEqual({ email: typed, canCorrect: true });
    expect(valueOf(await correctContact(guest, { demandeId, email }))).toEqual({ number });

    const letters = await lettersAbout(number);
    expect(letters.map(({ to, kind }) => [to, kind]).sort()).toEqual(
      [
        [typed, "demande.received"],
        [email, "demande.received"],
        [typed, "demande.contact"],
      ].sort(),
    );
    const [receipt] = letters.filter(({ to }) => to === email);
    expect(receipt?.content.attachments).toMatchObject([{ kind: "recepisse", demandeId }]);
    const [notice] = letters.filter(({ kind }) => kind === "demande.contact");
    expect(JSON.stringify(notice)).not.toContain(email);

    expect(await openFollowLink(newGuest(), { token: old })).toEqual({ ok: false, reason: "unknown" });
    const right = /jeton=(.*)$/.exec(receipt?.content.action?.path ?? "")?.[1] ?? "";
    expect((await openFollowLink(newGuest(), { token: right })).ok).toBe(true);
    expect(await journalOf(demandeId, "demande.contact_corrected")).toHaveLength(1);
  });

  it("keeps what was filed: its number, its date, its first answers; the service reads the right address", async () => {
    const { guest, number, demandeId } = await filed();
    const before = await findDemande(guest, number);
    const email = fresh();
    valueOf(await correctContact(guest, { demandeId, email }));
    const after = await findDemande(town.agent, number);
    expect(after).toMatchObject({ number, revision: 2, status: "pending", answers: { applicant: { email } } });
    expect([after?.submittedAt, after?.dueAt]).toEqual([before?.submittedAt, before?.dueAt]);
    expect(after?.attachments.length).toBe(before?.attachments.length);
    const revisions = await database()
      .select({ number: demandeRevisions.number, answers: demandeRevisions.answers })
      .from(demandeRevisions)
      .where(eq(demandeRevisions.demandeId, demandeId));
    expect(revisions.find(({ number: first }) => first === 1)?.answers).toMatchObject({ applicant: { email: typed } });
    await askFollowLink(newGuest(), { number, email: typed });
    expect((await lettersAbout(number)).filter(({ kind }) => kind === "demande.follow")).toEqual([]);
  });

  it("is done once, whoever asks at the same instant", async () => {
    const { guest, demandeId } = await filed();
    const answers = await Promise.all([fresh(), fresh()].map((email) => correctContact(guest, { demandeId, email })));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await correctContact(guest, { demandeId, email: fresh() })).toEqual({
      ok: false,
      reason: "already_corrected",
    });
    expect(await findContactCorrection(guest, demandeId)).toMatchObject({ canCorrect: false });
  });

  it("steals nothing once a letter was opened, though it was at the same browser that it was filed", async () => {
    const { guest, number, demandeId } = await filed();
    valueOf(await openFollowLink(newGuest(), { token: await lastToken(number) }));
    expect(await correctContact(guest, { demandeId, email: fresh() })).toEqual({ ok: false, reason: "opened" });
    expect((await lettersAbout(number)).filter(({ kind }) => kind === "demande.contact")).toEqual([]);
  });

  it.each<[string, (filed: { guest: Anonymous; demandeId: never }) => Promise<unknown>]>([
    ["changing", ({ guest, demandeId }) => openRevision(guest, { demandeId })],
    ["not_editable", ({ demandeId }) => takeCharge(town.agent, { demandeId, lockVersion: 1 })],
    [
      "too_late",
      async () => {
        const then = new Date(Date.now() + 25 * 3_600_000);
        restore = setClock(() => then);
        return Promise.resolve();
      },
    ],
  ])("is refused when it is %s", async (reason, make) => {
    const { guest, demandeId } = await filed();
    await database().execute("update demande_guests set expires_at = expires_at + interval '2 days'");
    await make({ guest, demandeId: demandeId as never });
    expect(await correctContact(guest, { demandeId, email: fresh() })).toEqual({ ok: false, reason });
  });

  it("is refused for the same address, however it is written", async () => {
    const { guest, demandeId } = await filed();
    expect(await correctContact(guest, { demandeId, email: typed })).toEqual({ ok: false, reason: "same_address" });
  });

  it("counts among the letters that one address may receive from strangers", async () => {
    const email = fresh();
    const reasons: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      const { guest, demandeId } = await filed();
      const result = await correctContact(guest, { demandeId, email });
      reasons.push(result.ok ? "ok" : result.reason);
    }
    expect(reasons.filter((reason) => reason === "ok").length).toBeLessThanOrEqual(5);
    expect(reasons.at(-1)).toBe("too_many");
  });

  it("is for the browser that filed it, while it opens it: no other, no account, no agent", async () => {
    const { guest, demandeId } = await filed();
    const email = fresh();
    for (const actor of [newGuest(), town.citizen, town.agent, town.admin] as Actor[]) {
      await expect(correctContact(actor, { demandeId, email })).rejects.toThrow("introuvable");
      expect(await findContactCorrection(actor, demandeId)).toBeNull();
    }
    valueOf(await quitDevice(guest, guest.guest));
    await expect(correctContact(guest, { demandeId, email })).rejects.toThrow("introuvable");
    const own = await submitted(town.citizen);
    await expect(correctContact(town.citizen, { demandeId: own.demandeId, email })).rejects.toThrow("introuvable");
  });
});
