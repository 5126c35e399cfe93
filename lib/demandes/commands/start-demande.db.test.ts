import { eq } from "drizzle-orm";
import { addCitizen, addDemarche, journalOf, newGuest, startedDraft, valueOf } from "@/db/test/citizen-demande";
import { buildTown, smallDefinition, type Town } from "@/db/test/filed-demande";
import { accounts } from "@/db/schema/accounts";
import { demandeGuests, demandeRevisions, demandes } from "@/db/schema/demandes";
import { rateLimits } from "@/db/schema/platform";
import type { Actor } from "@/lib/kernel/actor";
import { setClock } from "@/lib/kernel/clock";
import { fingerprint } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { demandeLimits } from "../rules/limits";
import { getDraft } from "../queries/find-draft";
import { listDrafts } from "../queries/list-drafts";
import { deleteDraft } from "./delete-draft";
import { startDemande } from "./start-demande";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

let town: Town;
beforeAll(async () => {
  town = await buildTown();
});

describe("startDemande", () => {
  it("begins a draft with its first open revision, and writes it in the journal", async () => {
    const demandeId = await startedDraft(town.citizen);
    const draft = await getDraft(town.citizen, demandeId);
    expect(draft).toMatchObject({
      mode: "new",
      revision: 1,
      edition: 0,
      number: null,
      step: "demarche",
      belongsToAccount: true,
    });
    expect(await journalOf(demandeId)).toMatchObject([
      { verb: "demande.started", actorKind: "citizen", actorId: town.accountId },
    ]);
  });

  it("opens and closes each year by itself, in a portal that is never started again", async () => {
    await addDemarche(town, "winter", { season: { opens: "11-15", closes: "01-31" } });
    const citizen = await addCitizen("winter");
    const outcomes: string[] = [];
    for (const day of [
      "2026-11-14",
      "2026-11-15",
      "2027-01-31",
      "2027-02-01",
      "2027-11-15",
      "2028-02-01",
      "2028-12-31",
    ]) {
      const restore = setClock(() => new Date(`${day}T12:00:00Z`));
      const result = await startDemande(citizen, { slug: "winter" });
      outcomes.push(result.ok ? "open" : result.reason);
      restore();
    }
    expect(outcomes).toEqual(["not_open_yet", "open", "open", "not_open_yet", "open", "not_open_yet", "open"]);
  });

  it("F5 F6: fills the form from the account, whose profile never changes afterwards", async () => {
    const citizen = await addCitizen("prefill");
    await database()
      .update(accounts)
      .set({ civility: "madame", mobile: "+33639980001", preferredContact: "phone" })
      .where(eq(accounts.id, citizen.accountId));
    const asked = { ...smallDefinition, applicant: { ...smallDefinition.applicant, phone: "optional" } } as const;
    await addDemarche(town, "telephone", {}, asked);
    const draft = await getDraft(citizen, await startedDraft(citizen, "telephone"));
    expect(draft.answers).toEqual({
      applicant: {
        civility: "madame",
        firstName: "prefill",
        lastName: "Exemple",
        email: "prefill@example.org",
        phone: "+33639980001",
        preferredContact: "phone",
      },
    });
  });

  it("F70: leaves out a preferred contact that the form does not offer: it could not be sent", async () => {
    const citizen = await addCitizen("sans-telephone");
    await database().update(accounts).set({ preferredContact: "phone" }).where(eq(accounts.id, citizen.accountId));
    const { answers } = await getDraft(citizen, await startedDraft(citizen));
    expect(answers.applicant).not.toHaveProperty("preferredContact");
  });

  it("gives a person without account a draft that only their key opens", async () => {
    const [guest, other] = [newGuest(), newGuest()];
    const demandeId = await startedDraft(guest);
    expect((await getDraft(guest, demandeId)).belongsToAccount).toBe(false);
    await expect(getDraft(other, demandeId)).rejects.toThrow("introuvable");
    await expect(getDraft({ kind: "anonymous", guest: null }, demandeId)).rejects.toThrow("introuvable");
    await database()
      .update(demandeGuests)
      .set({ expiresAt: new Date("2020-01-01") })
      .where(eq(demandeGuests.demandeId, demandeId));
    await expect(getDraft(guest, demandeId)).rejects.toThrow("introuvable");
  });

  it("asks an account where the démarche does", async () => {
    await addDemarche(town, "compte", { access: "account" });
    expect(await startDemande(newGuest(), { slug: "compte" })).toEqual({ ok: false, reason: "account_required" });
    expect((await startDemande(town.citizen, { slug: "compte" })).ok).toBe(true);
  });

  it.each([
    ["not_open_yet", { opensOn: "2099-01-01" }],
    ["closed", { closesOn: "2020-01-01" }],
    ["quota_reached", { quota: 3, quotaUsed: 3 }],
  ] as const)("refuses a démarche that is %s", async (reason, columns) => {
    await addDemarche(town, reason, columns);
    expect(await startDemande(town.citizen, { slug: reason })).toEqual({ ok: false, reason });
  });

  it("does not know a démarche that is not published, nor agents", async () => {
    await addDemarche(town, "secrete", { isPublished: false });
    await expect(startDemande(town.citizen, { slug: "secrete" })).rejects.toThrow("introuvable");
    await expect(startDemande(town.agent, { slug: "acte" })).rejects.toThrow("introuvable");
  });

  it("keeps twenty drafts a person, no more", async () => {
    const citizen = await addCitizen("collection");
    for (let i = 0; i < 20; i += 1) valueOf(await startDemande(citizen, { slug: "acte" }));
    expect(await startDemande(citizen, { slug: "acte" })).toEqual({ ok: false, reason: "too_many_drafts" });
    expect(await listDrafts(citizen)).toHaveLength(20);
    const guest = newGuest();
    for (let i = 0; i < 20; i += 1) valueOf(await startDemande(guest, { slug: "acte" }));
    expect(await startDemande(guest, { slug: "acte" })).toEqual({ ok: false, reason: "too_many_drafts" });
  });
});

describe("what one address begins in a day without account", () => {
  const full = { ok: false, reason: "address_full" };
  const start = (address: string, actor: Actor = newGuest()) => startDemande(actor, { slug: "acte" }, address);
  /** As if so many had begun there. */
  const begun = async (address: string, times: number) => {
    valueOf(await start(address));
    await database()
      .update(rateLimits)
      .set({ count: times })
      .where(eq(rateLimits.key, `started:${fingerprint("started", address)}`));
  };

  it("has a ceiling, whatever the cookie; with an account, or elsewhere, one goes on", async () => {
    await begun("mairie", demandeLimits.startsAnAddress - 1);
    expect((await start("mairie")).ok).toBe(true);
    expect(await start("mairie")).toEqual(full);
    expect((await start("mairie", await addCitizen("presse"))).ok).toBe(true);
    expect((await start("bibliotheque")).ok).toBe(true);
  });

  it("leaves room for the thirty people of a town hall who begin again six times each", () => {
    expect(demandeLimits.startsAnAddress).toBeGreaterThanOrEqual(30 * 6);
  });

  it("is never passed by those who begin together, and begins again the day after", async () => {
    await begun("salle", demandeLimits.startsAnAddress - 3);
    const together = await Promise.all(Array.from({ length: 8 }, () => start("salle")));
    expect(together.filter(({ ok }) => ok)).toHaveLength(3);
    const restore = setClock(() => new Date(Date.now() + 24 * 3_600_000));
    expect((await start("salle")).ok).toBe(true);
    restore();
  });

  it("does not count what is refused, nor what an account begins", async () => {
    await addDemarche(town, "finie", { closesOn: "2020-01-01" });
    await begun("kiosque", demandeLimits.startsAnAddress - 1);
    expect(await startDemande(newGuest(), { slug: "finie" }, "kiosque")).toEqual({ ok: false, reason: "closed" });
    valueOf(await start("kiosque", town.citizen));
    expect((await start("kiosque")).ok).toBe(true);
    const rows = await database().select().from(demandes).where(eq(demandes.status, "draft"));
    expect(await start("kiosque")).toEqual(full);
    expect(await database().select().from(demandes).where(eq(demandes.status, "draft"))).toHaveLength(rows.length);
  });
});

describe("deleteDraft", () => {
  it("erases the draft and its answers, and says so in the journal", async () => {
    const demandeId = await startedDraft(town.citizen);
    expect(await deleteDraft(town.citizen, { demandeId })).toEqual({ ok: true, value: null });
    expect(await database().select().from(demandes).where(eq(demandes.id, demandeId))).toEqual([]);
    expect(await database().select().from(demandeRevisions).where(eq(demandeRevisions.demandeId, demandeId))).toEqual(
      [],
    );
    expect(await journalOf(demandeId, "demande.deleted")).toHaveLength(1);
  });

  it("does not know somebody else's draft", async () => {
    const demandeId = await startedDraft(town.citizen);
    await expect(deleteDraft(await addCitizen("voisin"), { demandeId })).rejects.toThrow("introuvable");
    await expect(deleteDraft(town.agent, { demandeId })).rejects.toThrow("introuvable");
    await expect(deleteDraft(town.admin, { demandeId })).rejects.toThrow("introuvable");
  });
});
