import { eq, sql } from "drizzle-orm";
import {
  addCitizen,
  addDemarche,
  journalOf,
  newGuest,
  startedDraft,
  valueOf,
  waitingMails,
} from "@/db/test/citizen-demande";
import { buildTown, smallDefinition, type Town } from "@/db/test/filed-demande";
import { accounts, accountTokens } from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import { inviteAccount } from "@/lib/accounts/commands/invite-account";
import { anonymous, type Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { mayMail } from "@/lib/letters/outbox/mail-limits";
import type { DemandeId } from "@/lib/shared/ids";
import { findCarried, findLate } from "../queries/find-carried";
import { getDraft } from "../queries/find-draft";
import { findDemandeById } from "../queries/find-demande";
import { correctContact } from "./correct-contact";
import { openInvitedAccount } from "./open-invited-account";
import { saveStep } from "./save-step";
import { submitDemande } from "./submit-demande";

const definition = {
  ...smallDefinition,
  applicant: { address: "optional", phone: "optional", birth: "none" },
  sections: [{ key: "act", title: "L’acte", fields: [{ key: "copies", type: "number", label: "Nombre de copies" }] }],
} as const;

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

let town: Town;
beforeAll(async () => {
  town = await buildTown();
  await addDemarche(town, "en-chemin", {}, definition);
});

let count = 0;
const freshEmail = () => `en-chemin.${(count += 1)}@example.org`;
const applicant = (email: string, wants = "yes") => ({
  "applicant.civility": "madame",
  "applicant.firstName": "Zoé",
  "applicant.lastName": "Démonstration",
  "applicant.email": email,
  "applicant.phone": "06 39 98 00 01",
  "applicant.address.line": "1 place du Parvis",
  "applicant.address.postalCode": "80000",
  "applicant.address.commune": "Amiens",
  "applicant.preferredContact": "phone",
  "applicant.wantsAccount": wants,
});
const fill = async (actor: Actor, email: string, wants?: string, copies = "1"): Promise<DemandeId> => {
  const demandeId = await startedDraft(actor, "en-chemin");
  const save = { demandeId, mode: "save", part: "fields" } as const;
  const raw = applicant(email, wants);
  const { edition } = valueOf(await saveStep(actor, { ...save, step: "informations", edition: 0, raw }));
  valueOf(await saveStep(actor, { ...save, step: "demande", edition, raw: { "act.copies": copies } }));
  return demandeId;
};
const submit = (actor: Actor, demandeId: DemandeId) =>
  submitDemande(actor, { demandeId, revision: 1, robot: "passed" });
const file = async (actor: Actor, email: string, wants?: string) =>
  valueOf(await submit(actor, await fill(actor, email, wants)));
const lettersTo = async (email: string) =>
  (await waitingMails()).filter(({ to, kind }) => to === email && kind === "account.activation");
const linkSentTo = async (email: string) => {
  const path = (await lettersTo(email)).at(-1)?.content.action?.path ?? "";
  return /jeton=(.*)$/.exec(path)?.[1] ?? "";
};
const chosen = { password: "une phrase assez longue 42", passwordConfirmation: "une phrase assez longue 42" };
const open = (jeton: string) =>
  openInvitedAccount(
    { kind: "anonymous", guest: null },
    { firstName: "Zoé", lastName: "Démonstration", ...chosen, terms: true, jeton },
    "Firefox",
  );
const accountOf = async (email: string) =>
  (await database().select().from(accounts).where(eq(accounts.email, email)).limit(1))[0];
const demandeOf = async (demandeId: DemandeId) =>
  (await database().select().from(demandes).where(eq(demandes.id, demandeId)).limit(1))[0];

describe("F33: the account asked for on the way", () => {
  it("its link leaves with the demande, once, to who answered « Oui »", async () => {
    const email = freshEmail();
    const guest = newGuest();
    const { demandeId } = await file(guest, email);
    valueOf(await submit(guest, demandeId));
    expect(await lettersTo(email)).toHaveLength(1);
    const account = await accountOf(email);
    expect(await journalOf(account?.id ?? "", "account.invited")).toHaveLength(1);
    const other = freshEmail();
    await file(newGuest(), other, "no");
    expect(await lettersTo(other)).toEqual([]);
  });

  it("is told as sent where it left, and as held where the address had its letters already", async () => {
    const email = freshEmail();
    const guest = newGuest();
    const sent = await file(guest, email);
    expect(await findDemandeById(guest, sent.demandeId)).toMatchObject({ invitation: "sent" });
    for (let asked = 0; asked < 5; asked += 1) await mayMail(email, "anyone");
    const letters = (await lettersTo(email)).length;
    const held = await file(guest, email);
    expect(await findDemandeById(guest, held.demandeId)).toMatchObject({ invitation: "held" });
    expect(await lettersTo(email)).toHaveLength(letters);
    const none = await file(guest, freshEmail(), "no");
    expect(await findDemandeById(guest, none.demandeId)).toMatchObject({ invitation: null });
  });

  it("is one transaction with the demande: nothing is filed when it cannot be written, and pressing again files once", async () => {
    const email = freshEmail();
    const guest = newGuest();
    const demandeId = await fill(guest, email);
    await database().execute(
      sql`alter table account_tokens add constraint broken check (purpose <> 'activation') not valid`,
    );
    await expect(submit(guest, demandeId)).rejects.toThrow();
    await database().execute(sql`alter table account_tokens drop constraint broken`);
    expect(await demandeOf(demandeId)).toMatchObject({ status: "draft", number: null, revision: 0, invitedAt: null });
    expect(await accountOf(email)).toBeUndefined();
    expect((await waitingMails()).filter(({ to }) => to === email)).toEqual([]);
    expect(await journalOf(demandeId, "demande.submitted")).toEqual([]);

    valueOf(await submit(guest, demandeId));
    valueOf(await submit(guest, demandeId));
    expect(await demandeOf(demandeId)).toMatchObject({ status: "pending", revision: 1 });
    const kinds = (await waitingMails()).filter(({ to }) => to === email).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(["account.activation", "demande.received"]);
    expect(await journalOf(demandeId, "demande.submitted")).toHaveLength(1);
  });

  it("leaves with no demande that is refused", async () => {
    const email = freshEmail();
    const guest = newGuest();
    const demandeId = await fill(guest, email, "yes", "beaucoup");
    expect(await submit(guest, demandeId)).toMatchObject({ ok: false, reason: "invalid" });
    expect(await accountOf(email)).toBeUndefined();
  });

  it("has the address, the telephone, the preferred contact and the demande, at one press", async () => {
    const email = freshEmail();
    const { demandeId, number } = await file(newGuest(), email);
    const jeton = await linkSentTo(email);
    expect(await findCarried(jeton)).toMatchObject({ number, firstName: "Zoé", lastName: "Démonstration" });
    expect((await findCarried(jeton))?.rows.map(({ value }) => value)).toEqual([
      "Madame",
      "1 place du Parvis, 80000 Amiens",
      expect.stringMatching(/39.98.00.01$/),
      "Téléphone",
    ]);
    expect(valueOf(await open(jeton)).returnTo).toBe(`/espace/demandes/${number}/historique`);
    const account = await accountOf(email);
    expect(account).toMatchObject({
      status: "active",
      civility: "madame",
      firstName: "Zoé",
      mobile: "+33639980001",
      addressLine: "1 place du Parvis",
      postalCode: "80000",
      commune: "Amiens",
      preferredContact: "phone",
    });
    expect(await demandeOf(demandeId)).toMatchObject({ accountId: account?.id });
    expect(await journalOf(demandeId, "demande.claimed")).toMatchObject([{ details: { proof: "invitation" } }]);
    expect(await findCarried(jeton)).toBeNull();
  });

  it("gives nothing to the mailbox of an address that was put right since", async () => {
    const [wrong, right] = [freshEmail(), freshEmail()];
    const guest = newGuest();
    const { demandeId } = await file(guest, wrong);
    const jeton = await linkSentTo(wrong);
    valueOf(await correctContact(guest, { demandeId, email: right }));
    expect(await findCarried(jeton)).toBeNull();
    valueOf(await open(jeton));
    expect(await accountOf(wrong)).toMatchObject({ mobile: null, addressLine: null });
    expect(await demandeOf(demandeId)).toMatchObject({ accountId: null });
    valueOf(await open(await linkSentTo(right)));
    expect(await demandeOf(demandeId)).toMatchObject({ accountId: (await accountOf(right))?.id });
  });

  it("opened too late, leads to another link that carries the same demande; nothing else of it is said", async () => {
    const email = freshEmail();
    const { demandeId, number } = await file(newGuest(), email);
    const late = await linkSentTo(email);
    expect(await findLate(late)).toBeNull();
    await database()
      .update(accountTokens)
      .set({ expiresAt: new Date(0) });
    expect(await open(late)).toMatchObject({ reason: "expired" });
    expect(await findCarried(late)).toBeNull();
    const again = await findLate(late);
    expect(again).toEqual({ number, returnTo: `/suivi/${number}/rattacher` });

    valueOf(await inviteAccount(anonymous, { email, kind: "personal", returnTo: again?.returnTo }));
    expect(valueOf(await open(await linkSentTo(email))).returnTo).toBe(`/espace/demandes/${number}/historique`);
    expect(await demandeOf(demandeId)).toMatchObject({ accountId: (await accountOf(email))?.id });
    expect(await findLate(late)).toBeNull();
  });

  it("opened too late, says nothing to the mailbox of an address that was put right since", async () => {
    const [wrong, right] = [freshEmail(), freshEmail()];
    const guest = newGuest();
    const { demandeId } = await file(guest, wrong);
    const jeton = await linkSentTo(wrong);
    valueOf(await correctContact(guest, { demandeId, email: right }));
    await database()
      .update(accountTokens)
      .set({ expiresAt: new Date(0) });
    expect(await findLate(jeton)).toBeNull();
    expect(await findLate("rien")).toBeNull();
  });

  it("is told to the mailbox alone when it exists, with the way to join", async () => {
    await addCitizen("deja-la");
    const { demandeId, number } = await file(newGuest(), "deja-la@example.org");
    const [letter] = await lettersTo("deja-la@example.org");
    expect(letter?.content).toMatchObject({
      subject: "Vous avez déjà un compte",
      action: { path: `/suivi/${number}/rattacher` },
    });
    expect(await demandeOf(demandeId)).toMatchObject({ accountId: null });
  });

  it("is not asked again of who filed with an account", async () => {
    const citizen = await addCitizen("avec-compte");
    const { edition } = await getDraft(citizen, await startedDraft(citizen, "en-chemin"));
    expect(edition).toBe(0);
    await file(citizen, "avec-compte@example.org");
    expect(await lettersTo("avec-compte@example.org")).toEqual([]);
  });
});
