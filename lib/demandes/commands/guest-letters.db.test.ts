import { eq } from "drizzle-orm";
import { newGuest, readyDraft, submitted, valueOf, waitingMails } from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { demandeRevisions } from "@/db/schema/demandes";
import { outbox } from "@/db/schema/platform";
import type { Actor } from "@/lib/kernel/actor";
import { setClock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import type { DemandeId } from "@/lib/shared/ids";
import { findFilingAddress } from "../queries/find-filing-address";
import { findLateLetter } from "../queries/find-late-letter";
import { askFollowLink } from "./ask-follow-link";
import { submitDemande } from "./submit-demande";
import { takeCharge } from "./take-charge";
import { withdrawDemande } from "./withdraw-demande";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(60_000);

const now = new Date();
const restore = setClock(() => now);
let town: Town;
beforeAll(async () => {
  town = await buildTown();
});
beforeEach(() => database().delete(outbox));
afterAll(restore);

/** The answers of a draft, changed as a step would. */
async function answer(demandeId: DemandeId, applicant: Record<string, string>): Promise<void> {
  const [open] = await database().select().from(demandeRevisions).where(eq(demandeRevisions.demandeId, demandeId));
  const answers = { ...open?.answers, applicant: { ...(open?.answers.applicant as object), ...applicant } };
  await database().update(demandeRevisions).set({ answers }).where(eq(demandeRevisions.demandeId, demandeId));
}

async function draftOf(guest: Actor, applicant: Record<string, string>): Promise<DemandeId> {
  const demandeId = await readyDraft(guest);
  await answer(demandeId, applicant);
  return demandeId;
}

const file = (actor: Actor, demandeId: DemandeId) =>
  submitDemande(actor, { demandeId, revision: 1, robot: "passed" as const });

const dueNow = async () =>
  (await database().select({ at: outbox.nextAttemptAt }).from(outbox)).filter(({ at }) => at <= now).length;

describe("the letters to somebody who filed without account", () => {
  it("fourteen filings with one address: each has its number, five letters leave, nine wait for their turn", async () => {
    const numbers = new Set<string>();
    const guest = newGuest();
    const ids: DemandeId[] = [];
    for (let i = 0; i < 14; i += 1) {
      const { number, demandeId } = await submitted(guest);
      numbers.add(number);
      ids.push(demandeId);
    }
    expect(numbers.size).toBe(14);
    expect(await database().$count(outbox)).toBe(14);
    expect(await dueNow()).toBe(5);

    const waits = await Promise.all(ids.map((id) => findLateLetter(guest, id, 1)));
    expect(waits.slice(0, 5)).toEqual([null, null, null, null, null]);
    expect(waits.slice(5).every((at) => at !== null && at > now)).toBe(true);
    expect(await findLateLetter(newGuest(), ids[13] as DemandeId, 1)).toBeNull();

    // What the service says of one of them does not wait behind the flood.
    valueOf(await takeCharge(town.agent, { demandeId: ids[0] as DemandeId, lockVersion: 1 }));
    expect(await dueNow()).toBe(6);
    valueOf(await withdrawDemande(guest, { demandeId: ids[13] as DemandeId, reason: "" }));
    expect(await dueNow()).toBe(6);
  });

  it("call them by no name, and repeat none of what they typed in the subject", async () => {
    const pulpit = "Votre compte est bloqué appelez vite le service des fraudes";
    const guest = newGuest();
    const demandeId = await draftOf(guest, {
      firstName: pulpit,
      lastName: "é".repeat(100),
      email: "cible@example.org",
    });
    const { number } = valueOf(await file(guest, demandeId));
    await askFollowLink(newGuest(), { number, email: "cible@example.org" });
    valueOf(await takeCharge(town.agent, { demandeId, lockVersion: 1 }));
    const letters = await waitingMails();
    expect(letters.map(({ kind }) => kind).sort()).toEqual(["demande.follow", "demande.received", "demande.status"]);
    for (const { content } of letters) {
      expect(content.greeting).toBe("Bonjour,");
      expect(content.subject).not.toContain("compte");
      expect(content.paragraphs.join()).not.toContain("bloqué");
    }
    const applicant = letters[0]?.content.facts?.find(({ label }) => label === "Demandeur")?.value;
    expect(applicant).toBe(`${pulpit} ${"é".repeat(100)}`);
  });

  it("an account is called by its name, at the address that it proved, and never waits", async () => {
    for (let i = 0; i < 7; i += 1) await submitted(town.citizen);
    const letters = await waitingMails();
    expect(letters.map(({ content }) => content.greeting)).toEqual(
      Array.from({ length: 7 }, () => "Bonjour Camille Exemple,"),
    );
    expect(await dueNow()).toBe(7);
  });
});

describe("findFilingAddress", () => {
  it("knows the address of a draft, for who may file it, until it is filed", async () => {
    const guest = newGuest();
    const demandeId = await draftOf(guest, { email: "seule@example.org" });
    expect(await findFilingAddress(guest, demandeId)).toEqual({ email: "seule@example.org", mustProve: false });
    expect(await findFilingAddress(newGuest(), demandeId)).toBeNull();
    await answer(demandeId, { email: "" });
    expect(await findFilingAddress(guest, demandeId)).toEqual({ email: null, mustProve: false });
    await answer(demandeId, { email: "seule@example.org" });
    valueOf(await file(guest, demandeId));
    expect(await findFilingAddress(guest, demandeId)).toBeNull();
  });

  it("asks for proof of an address with which twenty demandes were filed in a day", async () => {
    const guest = newGuest();
    for (let i = 0; i < 20; i += 1) await submitted(guest);
    const last = await readyDraft(guest);
    expect(await findFilingAddress(guest, last)).toEqual({ email: "camille@example.org", mustProve: true });
    expect(await findFilingAddress(guest, await draftOf(guest, { email: "autre@example.org" }))).toMatchObject({
      mustProve: false,
    });
  });
});
