import { eq } from "drizzle-orm";
import { addCitizen, journalOf, lastToken, newGuest, submitted, valueOf } from "@/db/test/citizen-demande";
import { buildTown } from "@/db/test/filed-demande";
import { demandeGuests, demandes } from "@/db/schema/demandes";
import { outbox } from "@/db/schema/platform";
import { database } from "@/lib/kernel/database";
import { setClock } from "@/lib/kernel/clock";
import { findDemande } from "../queries/find-demande";
import { peekFollowLink } from "../queries/peek-follow-link";
import { askFollowLink } from "./ask-follow-link";
import { openFollowLink } from "./open-follow-link";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

beforeAll(async () => {
  await buildTown();
});

const daysFromNow = (days: number) => setClock(() => new Date(Date.now() + days * 86_400_000));
async function inDays<T>(days: number, work: () => Promise<T>): Promise<T> {
  const restore = daysFromNow(days);
  try {
    return await work();
  } finally {
    restore();
  }
}

describe("the link of the récépissé", () => {
  it("opens the demande on another device, once; reading it first consumes nothing (Q18)", async () => {
    const { number, demandeId } = await submitted(newGuest());
    const token = await lastToken(number);
    const link = { demandeId, number, isClaimed: false };
    for (let i = 0; i < 10; i += 1)
      expect(await peekFollowLink(newGuest(), token)).toEqual({ state: "valid", isOpen: false, ...link });
    const phone = newGuest();
    expect(await findDemande(phone, number)).toBeNull();
    expect(valueOf(await openFollowLink(phone, { token }))).toEqual({ demandeId, number });
    expect(await findDemande(phone, number)).toMatchObject({ number, can: { withdraw: true } });
    expect(await peekFollowLink(phone, token)).toEqual({ state: "used", isOpen: true, ...link });
    expect(await peekFollowLink(newGuest(), token)).toEqual({ state: "used", isOpen: false, ...link });
    expect(await openFollowLink(newGuest(), { token })).toEqual({ ok: false, reason: "used" });
    expect(await journalOf(demandeId, "demande.follow_opened")).toHaveLength(1);
  });

  it("Q17: is refused when it is late, cut, altered or invented", async () => {
    const { number } = await submitted(newGuest());
    const token = await lastToken(number);
    for (const bad of [token.slice(0, -1), `${token}A`, token.toUpperCase(), "A".repeat(43)]) {
      expect(await openFollowLink(newGuest(), { token: bad })).toEqual({ ok: false, reason: "unknown" });
      expect(await peekFollowLink(newGuest(), bad)).toEqual({ state: "unknown" });
    }
    const restore = daysFromNow(31);
    try {
      expect(await peekFollowLink(newGuest(), token)).toMatchObject({ state: "expired", number, isOpen: false });
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

  it.each([
    ["within a day, whoever keeps the browser open", false, 0.45, 0.55],
    ["after ninety days on a device called one’s own", true, 89, 91],
  ])("gives access that ends %s", async (_when, isOwnDevice, before, after) => {
    const { number } = await submitted(newGuest());
    const guest = newGuest();
    valueOf(await openFollowLink(guest, { token: await lastToken(number), isOwnDevice }));
    expect(await inDays(before, () => findDemande(guest, number))).toMatchObject({ number });
    expect(await inDays(after, () => findDemande(guest, number))).toBeNull();
  });

  it("is not opened for somebody signed in: their lists are their account's alone", async () => {
    const { number } = await submitted(newGuest());
    const token = await lastToken(number);
    await expect(openFollowLink(await addCitizen("connectee"), { token })).rejects.toThrow("introuvable");
    expect(await peekFollowLink(newGuest(), token)).toMatchObject({ state: "valid" });
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
