import { eq } from "drizzle-orm";
import {
  addCitizen,
  journalOf,
  newGuest,
  readyDraft,
  submitted,
  valueOf,
  waitingMails,
} from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { demandeGuests, demandes, demandeTokens } from "@/db/schema/demandes";
import { outbox } from "@/db/schema/platform";
import { database } from "@/lib/kernel/database";
import { setClock } from "@/lib/kernel/clock";
import { findDemande } from "../queries/find-demande";
import { peekFollowLink } from "../queries/peek-follow-link";
import { askFollowLink } from "./ask-follow-link";
import { claimDemande } from "./claim-demande";
import { openFollowLink } from "./open-follow-link";
import { submitDemande } from "./submit-demande";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(30_000);

let town: Town;
beforeAll(async () => {
  town = await buildTown();
});

/** The secret of the last link sent about a demande. */
async function lastToken(number: string): Promise<string> {
  const mails = (await waitingMails()).filter(({ content }) => content.subject.includes(number));
  return /jeton=(.*)$/.exec(mails.at(-1)?.content.action?.path ?? "")?.[1] ?? "";
}
const daysFromNow = (days: number) => setClock(() => new Date(Date.now() + days * 86_400_000));

describe("the link of the récépissé", () => {
  it("opens the demande on another device, once; reading it first consumes nothing (T18)", async () => {
    const { number, demandeId } = await submitted(newGuest());
    const token = await lastToken(number);
    for (let i = 0; i < 10; i += 1) expect(await peekFollowLink(token)).toBe("valid");
    const phone = newGuest();
    expect(await findDemande(phone, number)).toBeNull();
    expect(valueOf(await openFollowLink(phone, { token }))).toEqual({ demandeId, number });
    expect(await findDemande(phone, number)).toMatchObject({ number, can: { withdraw: true } });
    expect(await peekFollowLink(token)).toBe("used");
    expect(await openFollowLink(newGuest(), { token })).toEqual({ ok: false, reason: "used" });
    expect(await journalOf(demandeId, "demande.follow_opened")).toHaveLength(1);
  });

  it("T17: is refused when it is late, cut, altered or invented", async () => {
    const { number } = await submitted(newGuest());
    const token = await lastToken(number);
    for (const bad of [token.slice(0, -1), `${token}A`, token.toUpperCase(), "A".repeat(43)]) {
      expect(await openFollowLink(newGuest(), { token: bad })).toEqual({ ok: false, reason: "unknown" });
      expect(await peekFollowLink(bad)).toBe("unknown");
    }
    const restore = daysFromNow(31);
    try {
      expect(await peekFollowLink(token)).toBe("expired");
      expect(await openFollowLink(newGuest(), { token })).toEqual({ ok: false, reason: "expired" });
    } finally {
      restore();
    }
  });

  it("serves one of ten devices that open it at once", async () => {
    const { number, demandeId } = await submitted(newGuest());
    const token = await lastToken(number);
    const results = await Promise.all(Array.from({ length: 10 }, () => openFollowLink(newGuest(), { token })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database().$count(demandeGuests, eq(demandeGuests.demandeId, demandeId))).toBe(2);
  });

  it("gives access that ends", async () => {
    const guest = newGuest();
    const { number } = await submitted(guest);
    const restore = daysFromNow(95);
    try {
      expect(await findDemande(guest, number)).toBeNull();
    } finally {
      restore();
    }
  });
});

describe("askFollowLink", () => {
  it("F93: sends a new link for the right number and address, and answers the same for anything else", async () => {
    const { number, demandeId } = await submitted(newGuest());
    const before = await database().$count(outbox);
    const visitor = newGuest();
    const answers = [
      await askFollowLink(visitor, { number, email: "quelquun@example.org" }),
      await askFollowLink(visitor, { number: "2026-0000-0000", email: "camille@example.org" }),
      await askFollowLink(visitor, { number: "n’importe quoi", email: "camille@example.org" }),
    ];
    expect(await database().$count(outbox)).toBe(before);
    answers.push(
      await askFollowLink(visitor, { number: number.toLowerCase().replaceAll("-", " "), email: "camille@example.org" }),
    );
    expect(await database().$count(outbox)).toBe(before + 1);
    for (const answer of answers) expect(answer).toEqual({ ok: true, value: null });
    expect((await openFollowLink(visitor, { token: await lastToken(number) })).ok).toBe(true);
    expect(await journalOf(demandeId, "demande.follow_link_asked")).toHaveLength(1);
  });

  it("writes five e-mails an hour to one address, not six", async () => {
    const { number } = await submitted(newGuest());
    await database().update(demandes).set({ contactHash: null }).where(eq(demandes.number, number));
    const { number: other } = await submitted(newGuest());
    const before = await database().$count(outbox);
    for (let i = 0; i < 8; i += 1)
      expect(await askFollowLink(newGuest(), { number: other, email: "camille@example.org" })).toEqual({
        ok: true,
        value: null,
      });
    expect((await database().$count(outbox)) - before).toBeLessThanOrEqual(5);
  });
});

describe("claimDemande", () => {
  it("F95: joins the account, which alone opens it from then on", async () => {
    const guest = newGuest();
    const { number, demandeId } = await submitted(guest);
    const token = await lastToken(number);
    const citizen = { ...(await addCitizen("nouvelle")), guest: guest.guest };
    expect((await findDemande(citizen, number))?.can.claim).toBe(true);
    expect(valueOf(await claimDemande(citizen, { demandeId }))).toEqual({ demandeId, number });
    expect(await findDemande({ ...citizen, guest: null }, number)).toMatchObject({
      belongsToAccount: true,
      can: { claim: false },
    });
    expect(await findDemande(guest, number)).toBeNull();
    expect(await peekFollowLink(token)).toBe("unknown");
    expect(await openFollowLink(newGuest(), { token })).toEqual({ ok: false, reason: "unknown" });
    expect(await database().$count(demandeTokens, eq(demandeTokens.demandeId, demandeId))).toBe(0);
    expect(await journalOf(demandeId, "demande.claimed")).toHaveLength(1);
  });

  it("takes up a draft begun before the account existed (F33)", async () => {
    const guest = newGuest();
    const demandeId = await readyDraft(guest);
    const citizen = { ...(await addCitizen("inscrite")), guest: guest.guest };
    valueOf(await claimDemande(citizen, { demandeId }));
    expect((await submitDemande(citizen, { demandeId, revision: 1, robot: "not_needed" })).ok).toBe(true);
  });

  it("does not know a demande that this device does not open, nor one that has an account", async () => {
    const { demandeId } = await submitted(newGuest());
    const own = await submitted(town.citizen);
    const stranger = { ...(await addCitizen("autrui")), guest: newGuest().guest };
    await expect(claimDemande(stranger, { demandeId })).rejects.toThrow("introuvable");
    await expect(claimDemande(stranger, { demandeId: own.demandeId })).rejects.toThrow("introuvable");
    await expect(claimDemande(town.citizen, { demandeId: own.demandeId })).rejects.toThrow("introuvable");
    await expect(claimDemande(town.agent, { demandeId })).rejects.toThrow("introuvable");
  });
});
