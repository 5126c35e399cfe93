import { eq } from "drizzle-orm";
import {
  addCitizen,
  journalOf,
  lastToken,
  newGuest,
  readyDraft,
  startedDraft,
  submitted,
  valueOf,
  waitingMails,
} from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { accounts } from "@/db/schema/accounts";
import { demandeGuests, demandes, demandeTokens } from "@/db/schema/demandes";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { listNotifications } from "@/lib/notifications/queries";
import { findDemande } from "../queries/find-demande";
import { findDraft } from "../queries/find-draft";
import { findClaimable, listClaimable } from "../queries/list-claimable";
import { listDemandes } from "../queries/list-demandes";
import { listDrafts } from "../queries/list-drafts";
import { peekFollowLink } from "../queries/peek-follow-link";
import { askFollowLink } from "./ask-follow-link";
import { claimDemande } from "./claim-demande";
import { openFollowLink } from "./open-follow-link";
import { openRevision } from "./open-revision";
import { releaseDemande } from "./release-demande";
import { submitDemande } from "./submit-demande";
import { takeCharge } from "./take-charge";
import { withdrawDemande } from "./withdraw-demande";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

/** What the drafts of the tests give as address. */
const address = "camille@example.org";

let town: Town;
beforeAll(async () => {
  town = await buildTown();
});

/** An account at the very address of the demandes: one at a time has it. */
async function sameAddress(): Promise<Citizen> {
  await database()
    .update(accounts)
    .set({ email: `${crypto.randomUUID()}@example.org` })
    .where(eq(accounts.email, address));
  return addCitizen("camille");
}
const emailOf = async ({ accountId }: Citizen, email: string) =>
  database().update(accounts).set({ email }).where(eq(accounts.id, accountId));

describe("an account in a browser where something was made without account", () => {
  it("lists, opens and moves none of it", async () => {
    const guest = newGuest();
    const { number, demandeId } = await submitted(guest);
    const draft = await readyDraft(guest);
    const citizen = await sameAddress();
    expect((await listDemandes(citizen)).items).toEqual([]);
    expect(await listDrafts(citizen)).toEqual([]);
    expect(await findDemande(citizen, number)).toBeNull();
    expect(await findDraft(citizen, draft)).toBeNull();
    await expect(withdrawDemande(citizen, { demandeId, reason: "" })).rejects.toThrow("introuvable");
  });

  it("is told what has its own address, and of the rest that it is there, nothing more", async () => {
    const guest = newGuest();
    const { demandeId } = await submitted(guest);
    const [draft, empty] = [await readyDraft(guest), await startedDraft(guest)];
    const citizen = await sameAddress();
    const found = await listClaimable(citizen, guest.guest);
    const ids = found.items.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([demandeId, draft]));
    expect(ids).not.toContain(empty);
    expect(found.others).toBe(1);
    expect(await listClaimable(await addCitizen("voisine"), guest.guest)).toEqual({ items: [], others: 3 });
    expect((await listClaimable(citizen, null)).items.map(({ id }) => id)).toContain(demandeId);
  });
});

describe("claimDemande", () => {
  it("F95: joins the account that has its address, and tells it there; the links of its letters still follow it", async () => {
    const guest = newGuest();
    const { number, demandeId } = await submitted(guest);
    const receipt = await lastToken(number);
    const citizen = await sameAddress();
    expect(await findClaimable(citizen, number)).toMatchObject({ id: demandeId, number });
    expect(valueOf(await claimDemande(citizen, { demandeId }))).toEqual({ demandeId, number });

    expect(await findDemande(citizen, number)).toMatchObject({ belongsToAccount: true, can: { withdraw: true } });
    expect(await findDemande(guest, number)).toBeNull();
    const letter = (await waitingMails()).filter(({ content }) => content.subject.includes(number)).at(-1);
    expect(letter).toMatchObject({ to: address, kind: "demande.claimed", content: { greeting: "Bonjour," } });
    for (const token of [receipt, await lastToken(number)]) {
      const device = newGuest();
      valueOf(await openFollowLink(device, { token }));
      expect(await findDemande(device, number)).toMatchObject({
        can: { change: false, withdraw: false, writeMessage: false, release: true, openPdf: true },
      });
    }
    expect(await journalOf(demandeId, "demande.claimed")).toMatchObject([{ details: { proof: "address" } }]);
  });

  it("joins any other account by the link of a letter, which serves once", async () => {
    const { number, demandeId } = await submitted(newGuest());
    const jeton = await lastToken(number);
    const citizen = await addCitizen("autre-adresse");
    expect(await findClaimable(citizen, number)).toBeNull();
    valueOf(await claimDemande(citizen, { demandeId, jeton }));
    expect(await findDemande(citizen, number)).toMatchObject({ belongsToAccount: true });
    expect(await openFollowLink(newGuest(), { token: jeton })).toEqual({ ok: false, reason: "used" });
    expect(await journalOf(demandeId, "demande.claimed")).toMatchObject([{ details: { proof: "link" } }]);
  });

  it("takes up a draft begun before the account existed, with its address (F33)", async () => {
    const guest = newGuest();
    const demandeId = await readyDraft(guest);
    const citizen = await sameAddress();
    valueOf(await claimDemande(citizen, { demandeId }));
    expect(await findDraft(guest, demandeId)).toBeNull();
    expect((await submitDemande(citizen, { demandeId, revision: 1, robot: "not_needed" })).ok).toBe(true);
  });

  it("does not know what is not proved: another address, a draft without one, the link of another demande", async () => {
    const guest = newGuest();
    const { number, demandeId } = await submitted(guest);
    const [draft, empty] = [await readyDraft(guest), await startedDraft(guest)];
    const { number: other } = await submitted(newGuest());
    const jeton = await lastToken(other);
    const stranger = await addCitizen("inconnue");
    for (const input of [{ demandeId }, { demandeId: draft }, { demandeId: empty }, { demandeId, jeton }])
      await expect(claimDemande(stranger, input)).rejects.toThrow("introuvable");
    expect(await peekFollowLink(newGuest(), jeton)).toMatchObject({ state: "valid" });
    expect(await claimDemande(stranger, { demandeId, jeton: "A".repeat(43) })).toEqual({
      ok: false,
      reason: "unknown",
    });
    expect(await findDemande(guest, number)).toMatchObject({ can: { joinAccount: true } });
    expect(await journalOf(demandeId, "demande.claimed")).toEqual([]);
  });

  it("does not know a demande that has an account, whoever asks, nor anybody without one", async () => {
    const citizen = await sameAddress();
    const own = await submitted(citizen);
    const { demandeId } = await submitted(newGuest());
    for (const actor of [town.citizen, citizen])
      await expect(claimDemande(actor, { demandeId: own.demandeId })).rejects.toThrow("introuvable");
    for (const actor of [newGuest(), town.agent, town.admin])
      await expect(claimDemande(actor, { demandeId })).rejects.toThrow("introuvable");
    valueOf(await claimDemande(citizen, { demandeId }));
    const second = await addCitizen("seconde");
    await emailOf(citizen, "ailleurs@example.org");
    await emailOf(second, address);
    await expect(claimDemande(second, { demandeId })).rejects.toThrow("introuvable");
  });

  it("joins one of two accounts that hold two links at once", async () => {
    const { number, demandeId } = await submitted(newGuest());
    const first = await lastToken(number);
    await askFollowLink(newGuest(), { number, email: address });
    const tokens = [first, await lastToken(number)];
    const claims = await Promise.allSettled(
      tokens.map(async (jeton, index) => claimDemande(await addCitizen(`course-${index}`), { demandeId, jeton })),
    );
    expect(claims.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("a new link, once it joined an account", () => {
  it("still follows what was filed without account; what was filed with one leads to the account", async () => {
    const { number, demandeId } = await submitted(newGuest());
    valueOf(await claimDemande(await sameAddress(), { demandeId }));
    await askFollowLink(newGuest(), { number, email: address });
    expect((await openFollowLink(newGuest(), { token: await lastToken(number) })).ok).toBe(true);

    const own = await submitted(await sameAddress());
    await askFollowLink(newGuest(), { number: own.number, email: address });
    const path = (await waitingMails()).filter(({ content }) => content.subject.includes(own.number)).at(-1)?.content
      .action?.path;
    expect(path).toBe(`/espace/demandes/${own.number}/historique`);
    expect(await database().$count(demandeTokens, eq(demandeTokens.demandeId, own.demandeId))).toBe(0);
  });
});

describe("releaseDemande", () => {
  async function claimed() {
    const { number, demandeId } = await submitted(newGuest());
    const thief = await addCitizen(`compte-${number.toLowerCase()}`);
    valueOf(await claimDemande(thief, { demandeId, jeton: await lastToken(number) }));
    const applicant = newGuest();
    valueOf(await openFollowLink(applicant, { token: await lastToken(number) }));
    return { number, demandeId, thief, applicant };
  }

  it("gives it back to who filed it, drops what the account had begun, and tells the account", async () => {
    const { number, demandeId, thief, applicant } = await claimed();
    valueOf(await openRevision(thief, { demandeId }));
    expect(valueOf(await releaseDemande(applicant, { demandeId }))).toEqual({ number });
    expect(await findDemande(thief, number)).toBeNull();
    expect(await findDemande(applicant, number)).toMatchObject({
      belongsToAccount: false,
      hasOpenRevision: false,
      can: { change: true, withdraw: true, release: false },
    });
    const [notice] = await listNotifications(thief);
    expect(notice?.text).toContain("n’est plus dans votre compte");
    expect(await journalOf(demandeId, "demande.released")).toHaveLength(1);
  });

  it("is for nobody else: the account, another device, an agent", async () => {
    const { demandeId, thief } = await claimed();
    for (const actor of [thief, newGuest(), town.citizen, town.agent, town.admin])
      await expect(releaseDemande(actor, { demandeId })).rejects.toThrow("introuvable");
  });

  it("has no meaning for what no account took, nor once nothing personal is left", async () => {
    const guest = newGuest();
    const { demandeId } = await submitted(guest);
    await expect(releaseDemande(guest, { demandeId })).rejects.toThrow("introuvable");
    const { demandeId: empty, applicant } = await claimed();
    await database().update(demandes).set({ anonymisedAt: new Date() }).where(eq(demandes.id, empty));
    await expect(releaseDemande(applicant, { demandeId: empty })).rejects.toThrow("introuvable");
  });

  it("lets an agent who was deciding be told that it changed", async () => {
    const { demandeId, applicant } = await claimed();
    valueOf(await releaseDemande(applicant, { demandeId }));
    expect(await takeCharge(town.agent, { demandeId, lockVersion: 1 })).toMatchObject({ ok: false });
    expect(await database().$count(demandeGuests, eq(demandeGuests.demandeId, demandeId))).toBe(1);
  });
});
