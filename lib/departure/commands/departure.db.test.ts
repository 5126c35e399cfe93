import { eq } from "drizzle-orm";
import { addFile, buildTown, type Town } from "@/db/test/filed-demande";
import { journalOf, submitted, valueOf } from "@/db/test/citizen-demande";
import { accounts, accountSessions, accountTokens } from "@/db/schema/accounts";
import { attachments, demandeEvents } from "@/db/schema/demandes";
import { blobDeletions, outbox } from "@/db/schema/platform";
import { anonymous, type Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { listMailFaults } from "@/lib/letters/jobs/mail-faults";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import { findAccountSession } from "@/lib/accounts/queries/find-account-session";
import { signIn } from "@/lib/accounts/commands/sign-in";
import { issueToken } from "@/lib/accounts/access/tokens";
import { comeBack, lettersTo, password, travel, verbsOf } from "@/lib/accounts/testing/accounts";
import { askFollowLink } from "@/lib/demandes/commands/ask-follow-link";
import { reopenDemande } from "@/lib/demandes/commands/reopen-demande";
import { getDemandeForAgent } from "@/lib/demandes/queries/get-demande-for-agent";
import { listDemandeFaults } from "@/lib/demandes/queries/list-faults";
import { listQueue } from "@/lib/demandes/queries/list-queue";
import { renderDemande } from "@/lib/demandes/queries/render-demande";
import { renderRecepisse } from "@/lib/demandes/queries/render-recepisse";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { listMessagesToRead } from "@/lib/messages/queries/list-to-read";
import { newId, type DemandeId } from "@/lib/shared/ids";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";
import { tokenMinutes } from "@/lib/vocabulary/tokens";
import { findDeparture, findOwnHold, getDeparture } from "../queries/get-departure";
import { accountRow, deletionLink, demandeIn, demandeRow, leaver } from "../testing/leaver";
import { askDeletion } from "./ask-deletion";
import { deleteAccount } from "./delete-account";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

let town: Town;
beforeAll(async () => {
  town = await buildTown();
});
afterEach(comeBack);

const inState = (citizen: Citizen, status: DemandeStatus) => demandeIn(town, citizen, status);

describe("askDeletion", () => {
  it("sends a link to the address of the account, changes nothing, and says so in the journal", async () => {
    const { email, citizen } = await leaver();
    const pending = await inState(citizen, "pending");
    const jeton = await deletionLink(citizen, email, [pending.id]);
    const [letter] = await lettersTo(email);
    expect(letter).toMatchObject({ action: { path: `/compte/supprimer?jeton=${jeton}` } });
    expect(await accountRow(citizen.accountId)).toMatchObject({ status: "active", email });
    expect(await demandeRow(pending.id)).toMatchObject({ status: "pending" });
    expect(await verbsOf(citizen.accountId)).toContain("account.deletion_asked");
  });

  it("waits while the old address may still take the account back: a thief must not erase it first", async () => {
    const { citizen } = await leaver();
    const before = "avant@example.org";
    await database().transaction((tx) => issueToken(tx, citizen.accountId, "email_restore", before));
    expect(await findOwnHold(citizen)).toMatchObject({ reason: "email_just_changed", until: expect.any(Date) as Date });
    expect(await askDeletion(citizen, { fate: {} })).toEqual({ ok: false, reason: "email_just_changed" });
    expect(await verbsOf(citizen.accountId)).not.toContain("account.deletion_asked");
    travel(tokenMinutes.email_restore + 1);
    expect(await askDeletion(citizen, { fate: {} })).toMatchObject({ ok: true });
  });

  it("keeps only the choices that the state of a demande allows", async () => {
    const { email, citizen } = await leaver();
    const [pending, complete] = [await inState(citizen, "pending"), await inState(citizen, "complete")];
    const link = await findDeparture(await deletionLink(citizen, email, [pending.id, complete.id]));
    expect(link.state === "valid" && link.departure.underWay.map(({ fate }) => fate)).toEqual([
      "withdrawn",
      "finishes",
    ]);
  });

  it("is absent for somebody else’s demande, and for an account that is not active", async () => {
    const [one, other] = [await leaver(), await leaver()];
    const theirs = await inState(other.citizen, "pending");
    await expect(askDeletion(one.citizen, { fate: { [theirs.id]: "withdraw" } })).rejects.toThrow("introuvable");
    await expect(askDeletion(one.citizen, { fate: { [newId<DemandeId>()]: "withdraw" } })).rejects.toThrow();
    await database().update(accounts).set({ status: "suspended" }).where(eq(accounts.id, one.citizen.accountId));
    await expect(askDeletion(one.citizen, { fate: {} })).rejects.toThrow("introuvable");
    await expect(getDeparture(one.citizen)).rejects.toThrow("introuvable");
  });

  it("refuses the sixth letter within an hour", async () => {
    const { citizen } = await leaver();
    const answers = [];
    for (let index = 0; index < 6; index += 1) answers.push(await askDeletion(citizen, { fate: {} }));
    expect(answers.at(-1)).toEqual({ ok: false, reason: "too_many" });
  });
});

describe("deleteAccount", () => {
  it("ends the sessions, empties the account, and sends one last letter", async () => {
    const { email, citizen } = await leaver();
    const [session] = await database()
      .select()
      .from(accountSessions)
      .where(eq(accountSessions.accountId, citizen.accountId));
    const jeton = await deletionLink(citizen, email);
    valueOf(await deleteAccount(anonymous, { jeton }));

    expect(await findAccountSession(session?.tokenHash ?? "")).toBeNull();
    const { id, status, kind, createdAt, activatedAt, deletedAt, deviceEpoch, ...rest } = await accountRow(
      citizen.accountId,
    );
    expect([id, status, kind, deviceEpoch]).toEqual([citizen.accountId, "deleted", "personal", 0]);
    expect([createdAt, activatedAt, deletedAt].every((date) => date instanceof Date)).toBe(true);
    expect(Object.values(rest).filter((value) => value !== null && value !== "")).toEqual([
      "email",
      [],
      "validated",
      0,
    ]);
    expect(await lettersTo(email)).toMatchObject([{ subject: "Votre compte est supprimé", greeting: "Bonjour," }]);
    expect((await journalOf(citizen.accountId, "account.deleted")).map(({ details }) => details)).toEqual([
      { finishing: 0, withdrawn: 0, erased: 0, anonymised: 0 },
    ]);
    const known = await signIn(anonymous, { identifier: email, password }, "Firefox");
    expect(known).toEqual(await signIn(anonymous, { identifier: "inconnue@example.org", password }, "Firefox"));
  });

  it("serves once, within 24 hours, the newest link alone, and no other kind of link", async () => {
    const { email, citizen } = await leaver();
    const older = await deletionLink(citizen, email);
    const jeton = await deletionLink(citizen, email);
    expect(await deleteAccount(anonymous, { jeton: older })).toMatchObject({ reason: "expired" });
    expect(await deleteAccount(anonymous, { jeton: jeton.slice(0, -1) })).toMatchObject({ reason: "unknown" });
    travel(24 * 60 + 1);
    expect(await deleteAccount(anonymous, { jeton })).toMatchObject({ reason: "expired" });
    comeBack();
    await database()
      .update(accountTokens)
      .set({ purpose: "password_reset" })
      .where(eq(accountTokens.accountId, citizen.accountId));
    expect(await deleteAccount(anonymous, { jeton })).toMatchObject({ reason: "unknown" });
    expect(await accountRow(citizen.accountId)).toMatchObject({ status: "active" });

    const last = await deletionLink(citizen, email);
    const answers = await Promise.all([1, 2].map(() => deleteAccount(anonymous, { jeton: last })));
    expect(answers.map((answer) => (answer.ok ? "done" : answer.reason)).sort()).toEqual(["done", "used"]);
    expect(await deleteAccount(anonymous, { jeton: last })).toMatchObject({ reason: "used" });
    expect(await findDeparture(last)).toEqual({ state: "used" });
  });

  it("deletes nothing of an account suspended since the question", async () => {
    const { email, citizen } = await leaver();
    const jeton = await deletionLink(citizen, email);
    await database().update(accounts).set({ status: "suspended" }).where(eq(accounts.id, citizen.accountId));
    expect(await deleteAccount(citizen, { jeton })).toMatchObject({ reason: "unknown" });
    expect(await findDeparture(jeton)).toEqual({ state: "unknown" });
    expect(await accountRow(citizen.accountId)).toMatchObject({ email });
  });

  it("erases drafts, withdraws what was chosen, lets the rest finish, anonymises what is finished", async () => {
    const { email, citizen } = await leaver();
    const [draft, chosen, going, complete, finished] = [
      await inState(citizen, "draft"),
      await inState(citizen, "in_progress"),
      await inState(citizen, "pending"),
      await inState(citizen, "complete"),
      await inState(citizen, "validated"),
    ];
    const jeton = await deletionLink(citizen, email, [chosen.id]);
    expect(valueOf(await deleteAccount(anonymous, { jeton }))).toEqual({ accountId: citizen.accountId });

    expect(await demandeRow(draft.id)).toBeNull();
    expect(await demandeRow(chosen.id)).toMatchObject({ status: "cancelled", accountId: null, applicantName: null });
    for (const { id } of [going, complete])
      expect(await demandeRow(id)).toMatchObject({
        accountId: null,
        applicantName: "Camille Exemple",
        anonymisedAt: null,
      });
    expect((await demandeRow(finished.id))?.anonymisedAt).toBeInstanceOf(Date);
    const [letter] = await lettersTo(email);
    expect(letter?.facts).toEqual([going, complete].map(({ number }) => ({ label: "Copie d’acte", value: number })));
    const [moved] = await database().select().from(demandeEvents).where(eq(demandeEvents.demandeId, chosen.id));
    expect(moved).toMatchObject({ actor: "citizen", toStatus: "cancelled" });
    for (const [id, verb] of [
      [draft.id, "demande.deleted"],
      [chosen.id, "demande.withdrawn"],
      [chosen.id, "demande.anonymised"],
      [going.id, "demande.detached"],
      [finished.id, "demande.anonymised"],
    ] as const)
      expect(await journalOf(id, verb)).toHaveLength(1);
  });

  it("leaves what goes on to be followed with its number and its address", async () => {
    const { email, citizen } = await leaver();
    const { demandeId, number } = await submitted(citizen);
    valueOf(await deleteAccount(anonymous, { jeton: await deletionLink(citizen, email) }));
    await askFollowLink(anonymous, { number, email: "camille@example.org" });
    const letters = await lettersTo("camille@example.org");
    expect(letters[0]?.action?.path).toMatch(/^\/suivi\/ouvrir\?jeton=/);
    expect(await journalOf(demandeId, "demande.follow_link_asked")).toHaveLength(1);
    const faults = [...(await listDemandeFaults({ kind: "system", job: "test" })), ...(await listMailFaults())];
    expect(faults.filter(({ subject }) => subject.includes(demandeId))).toEqual([]);
  });

  it("forgets the files of what it erases, whose bytes the worker then erases", async () => {
    const { email, citizen } = await leaver();
    const finished = await inState(citizen, "validated");
    const file = await addFile(finished.id, "answer");
    valueOf(await deleteAccount(anonymous, { jeton: await deletionLink(citizen, email) }));
    expect(await database().$count(attachments, eq(attachments.demandeId, finished.id))).toBe(0);
    expect(await database().$count(blobDeletions, eq(blobDeletions.storageKey, `demande/${file}`))).toBe(1);
  });

  it("keeps no letter but the last", async () => {
    const { email, citizen } = await leaver();
    await submitted(citizen);
    valueOf(await deleteAccount(anonymous, { jeton: await deletionLink(citizen, email) }));
    const letters = await database()
      .select({ kind: outbox.kind, key: outbox.key, to: outbox.recipientHash })
      .from(outbox);
    expect(letters.filter(({ key }) => key.includes(citizen.accountId))).toEqual([]);
    // That of the demande that goes on is nobody’s by now.
    const ofAccount = letters.filter(({ kind, to }) => kind.startsWith("account.") && to === recipientHash(email));
    expect(ofAccount).toMatchObject([{ kind: "account.deleted" }]);
  });
});

describe("an anonymised demande", () => {
  async function anonymised() {
    const { email, citizen } = await leaver();
    const finished = await inState(citizen, "validated");
    await sendMessage(citizen, { demandeId: finished.id, body: "Merci beaucoup" });
    valueOf(await deleteAccount(anonymous, { jeton: await deletionLink(citizen, email) }));
    return { ...finished, citizen };
  }

  it("opens for its agents, who can do nothing with it", async () => {
    const { id, number } = await anonymised();
    const view = await getDemandeForAgent(town.agent, number);
    expect(view).toMatchObject({ applicantName: null, statusReason: null, answers: {}, attachments: [] });
    expect(view.anonymisedAt).toBeInstanceOf(Date);
    expect(view.can).toMatchObject({ openPdf: false, readMessages: false, writeMessage: false, moves: [] });
    const { lockVersion } = view;
    expect(await reopenDemande(town.agent, { demandeId: id, lockVersion, reason: "Erreur" })).toMatchObject({
      reason: "not_possible",
    });
    expect(
      await sendMessage(town.agent, { demandeId: id, body: "Bonjour" }).catch(() => ({ ok: false })),
    ).toMatchObject({
      ok: false,
    });
  });

  it("has no PDF any more, and no message that waits", async () => {
    const { number } = await anonymised();
    await expect(renderDemande(town.agent, number)).rejects.toThrow("introuvable");
    await expect(renderRecepisse(town.agent, { number })).rejects.toThrow("introuvable");
    expect((await listMessagesToRead(town.agent)).filter((message) => message.number === number)).toEqual([]);
    const { lines } = await listQueue(town.agent, { view: "all", isMine: false, isLate: false, text: number });
    expect(lines).toMatchObject([{ applicantName: "Demande anonymisée", beneficiaryName: null }]);
  });
});
