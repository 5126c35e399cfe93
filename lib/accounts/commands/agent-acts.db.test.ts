import { eq } from "drizzle-orm";
import { accounts, accountSessions } from "@/db/schema/accounts";
import { auditEvents, portalSettings } from "@/db/schema/all";
import { anonymous, type Actor } from "@/lib/kernel/actor";
import { hashSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { changeAccountSettings } from "@/lib/organisation/commands/change-account-settings";
import { newId, type AccountId, type RecoveryId } from "@/lib/shared/ids";
import { heldVersion } from "../profile/held-changes";
import { findAccountSession } from "../queries/find-account-session";
import { getProfile } from "../queries/get-profile";
import { countWaitingAccounts } from "../queries/count-waiting";
import { findOwnValidation } from "../queries/find-own-validation";
import { listAccounts } from "../queries/list-accounts";
import { searchAccounts } from "../queries/search-accounts";
import { accountOf, active, invited, lettersTo, newEmail, password, verbsOf } from "../testing/accounts";
import { admin, agent, outsiders } from "../testing/staff";
import { issueToken, readToken } from "../access/tokens";
import { askRecovery } from "./ask-recovery";
import { acceptChanges, refuseChanges } from "./decide-changes";
import { confirmRecovery } from "./confirm-recovery";
import { refuseRecovery } from "./refuse-recovery";
import { readAccount } from "./read-account";
import { askPasswordReset } from "./reset-password";
import { signIn } from "./sign-in";
import { reinstateAccount, suspendAccount } from "./suspend-account";
import { refuseValidation, validateAccount } from "./validate-account";

afterAll(() => database().$client.end());

const meanwhile = { ok: false, reason: "changed_meanwhile" };
const pendingProfile = { lastName: "Martin", addressLine: "2 rue Neuve", commune: null };
const version = heldVersion(pendingProfile);

async function person(changes: Partial<typeof accounts.$inferInsert> = {}) {
  const made = await active();
  if (Object.keys(changes).length > 0)
    await database().update(accounts).set(changes).where(eq(accounts.id, made.citizen.accountId));
  return { ...made, accountId: made.citizen.accountId };
}

const subjects = async (email: string) => (await lettersTo(email)).map(({ subject }) => subject);
const lastActor = async (id: AccountId, verb: string) => {
  const rows = await database().select().from(auditEvents).where(eq(auditEvents.subjectId, id));
  return rows
    .filter((row) => row.verb === verb)
    .map(({ actorKind, actorId, details }) => ({ actorKind, actorId, details }));
};

describe("who may act", () => {
  type Act = (actor: Actor, accountId: AccountId) => Promise<unknown>;
  const recoveryId = newId<RecoveryId>();
  const acts: Record<string, Act> = {
    read: (actor, accountId) => readAccount(actor, accountId),
    list: (actor) => listAccounts(actor, { view: "all" }),
    search: (actor) => searchAccounts(actor, { q: "a", vue: "all" }),
    count: (actor) => countWaitingAccounts(actor),
    validate: (actor, accountId) => validateAccount(actor, { accountId }),
    refuse: (actor, accountId) => refuseValidation(actor, { accountId, reason: "non" }),
    "accept changes": (actor, accountId) => acceptChanges(actor, { accountId, version }),
    "refuse changes": (actor, accountId) => refuseChanges(actor, { accountId, version, reason: "non" }),
    suspend: (actor, accountId) => suspendAccount(actor, { accountId, reason: "non" }),
    reinstate: (actor, accountId) => reinstateAccount(actor, { accountId }),
    "ask a recovery": (actor, accountId) => askRecovery(actor, { accountId, newEmail: newEmail(), proof: "carte" }),
    "confirm a recovery": (actor) => confirmRecovery(actor, { recoveryId }),
    "refuse a recovery": (actor) => refuseRecovery(actor, { recoveryId }),
    "change the settings": (actor) => changeAccountSettings(actor, { validatedByAgent: true }),
  };

  it.each(Object.entries(acts))("nobody outside of the town hall may %s", async (_name, act) => {
    const { accountId } = await person({ validation: "pending", pendingProfile });
    const before = await verbsOf(accountId);
    for (const actor of outsiders(accountId)) await expect(act(actor, accountId)).rejects.toThrow("introuvable");
    expect(await verbsOf(accountId)).toEqual(before);
    expect(await accountOf((await person()).email)).toMatchObject({ status: "active" });
  });

  it.each(["suspend", "reinstate", "change the settings"])("an agent may not %s", async (name) => {
    const { accountId } = await person();
    await expect(acts[name]?.(await agent(), accountId)).rejects.toThrow("introuvable");
  });

  it.each(["read", "validate", "suspend", "ask a recovery"])("nobody may %s what is not there", async (name) => {
    await expect(acts[name]?.(await admin(), newId<AccountId>())).rejects.toThrow("introuvable");
  });

  it("nobody reads an account that was erased", async () => {
    const { accountId } = await person({ status: "deleted", email: null });
    await expect(readAccount(await admin(), accountId)).rejects.toThrow("introuvable");
    await expect(readAccount(await admin(), "pas-un-identifiant")).rejects.toThrow("introuvable");
  });
});

describe("the sheet of an account", () => {
  it("says who the person is and how to reach them (F51), and leaves a line in the journal", async () => {
    const { accountId, email } = await person({ preferredContact: "phone", mobile: "+33639980009", pendingProfile });
    const reader = await agent();
    const sheet = await readAccount(reader, accountId);
    expect(sheet).toMatchObject({
      email,
      preferredContact: "phone",
      mobile: "06 39 98 00 09",
      hasPendingChanges: true,
    });
    expect(sheet.changes).toEqual([
      { label: "Nom", before: "D’Aubigné", after: "Martin" },
      { label: "Adresse", before: "", after: "2 rue Neuve" },
    ]);
    expect(sheet.can).toEqual({
      validate: false,
      refuseValidation: false,
      decideChanges: true,
      suspend: false,
      reinstate: false,
      askRecovery: true,
      askHeld: true,
      askReopening: false,
      seeJournal: false,
    });
    expect(Object.keys(sheet)).not.toEqual(expect.arrayContaining(["walletKey", "passwordHash"]));
    expect(await lastActor(accountId, "account.read")).toEqual([
      { actorKind: "agent", actorId: reader.agentId, details: {} },
    ]);
  });
});

describe("validation (T11, F44)", () => {
  it("makes the accounts to come wait for an agent once the town says so", async () => {
    const chief = await admin();
    expect((await findOwnValidation((await active()).citizen))?.validation).toBe("validated");
    await changeAccountSettings(chief, { validatedByAgent: true });
    expect((await findOwnValidation((await active()).citizen))?.validation).toBe("pending");
    expect((await countWaitingAccounts(chief)).toValidate).toBeGreaterThan(0);
    await changeAccountSettings(chief, { validatedByAgent: false });
    expect((await findOwnValidation((await active()).citizen))?.validation).toBe("validated");
    expect(await countWaitingAccounts(chief)).toMatchObject({ toValidate: 0, changes: 0 });
    const events = await database()
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.verb, "settings.changed"))
      .orderBy(auditEvents.id);
    expect(events.map(({ subjectId, actorId, details }) => ({ subjectId, actorId, details }))).toEqual([
      { subjectId: "accounts", actorId: chief.agentId, details: { validatedByAgent: true } },
      { subjectId: "accounts", actorId: chief.agentId, details: { validatedByAgent: false } },
    ]);
    expect(await database().select().from(portalSettings).where(eq(portalSettings.key, "accounts"))).toHaveLength(1);
  });

  it("is given by an agent, and the person is told", async () => {
    const { accountId, email, citizen } = await person({ validation: "pending" });
    const reader = await agent();
    expect(await validateAccount(reader, { accountId })).toEqual({ ok: true, value: { accountId } });
    expect(await findOwnValidation(citizen)).toEqual({ validation: "validated", reason: null });
    expect((await subjects(email))[0]).toBe("Votre compte est validé");
    expect(await lastActor(accountId, "account.validated")).toMatchObject([{ actorId: reader.agentId }]);
    expect(await validateAccount(reader, { accountId })).toEqual(meanwhile);
  });

  it("is refused with a reason that the person reads, and may still be given later", async () => {
    const { accountId, email, citizen } = await person({ validation: "pending" });
    const reason = "Passez au guichet avec une pièce d’identité.";
    expect((await refuseValidation(await agent(), { accountId, reason })).ok).toBe(true);
    expect(await findOwnValidation(citizen)).toEqual({ validation: "refused", reason });
    expect((await lettersTo(email))[0]?.paragraphs).toContain(reason);
    expect(await refuseValidation(await agent(), { accountId, reason })).toEqual(meanwhile);
    expect((await validateAccount(await agent(), { accountId })).ok).toBe(true);
    expect(await findOwnValidation(citizen)).toEqual({ validation: "validated", reason: null });
    expect(await verbsOf(accountId)).toEqual(
      expect.arrayContaining(["account.validation_refused", "account.validated"]),
    );
  });

  it("of two agents at once, the second is told that the account changed", async () => {
    const { accountId, email } = await person({ validation: "pending" });
    const [one, two] = [await agent(), await agent()];
    const answers = await Promise.all([validateAccount(one, { accountId }), validateAccount(two, { accountId })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(meanwhile);
    expect((await subjects(email)).filter((subject) => subject === "Votre compte est validé")).toHaveLength(1);
  });

  it.each(["suspended", "invited"] as const)("waits while the account is %s", async (status) => {
    const { accountId } = await person({ validation: "pending", status });
    expect(await validateAccount(await agent(), { accountId })).toEqual(meanwhile);
    expect(await refuseValidation(await agent(), { accountId, reason: "non" })).toEqual(meanwhile);
  });
});

describe("changes that wait for an agent (T11)", () => {
  it("are written once accepted, what agents search with them", async () => {
    const { accountId, email, citizen } = await person({ pendingProfile });
    expect((await acceptChanges(await agent(), { accountId, version })).ok).toBe(true);
    expect(await getProfile(citizen)).toMatchObject({
      firstName: "Élodie",
      lastName: "Martin",
      addressLine: "2 rue Neuve",
    });
    expect(await accountOf(email)).toMatchObject({ pendingProfile: null });
    expect((await accountOf(email)).searchText).toContain("elodie martin");
    expect((await subjects(email))[0]).toBe("La modification de votre compte est acceptée");
    expect(await verbsOf(accountId)).toContain("account.changes_accepted");
    expect(await acceptChanges(await agent(), { accountId, version })).toEqual(meanwhile);
  });

  it("are dropped once refused, with the reason", async () => {
    const { accountId, email, citizen } = await person({ pendingProfile });
    const reason = "Le nom ne correspond pas à la pièce.";
    expect((await refuseChanges(await agent(), { accountId, version, reason })).ok).toBe(true);
    expect(await getProfile(citizen)).toMatchObject({ lastName: "D’Aubigné", addressLine: null });
    expect((await lettersTo(email))[0]?.paragraphs).toContain(reason);
    expect(await verbsOf(accountId)).toContain("account.changes_refused");
    expect(await refuseChanges(await agent(), { accountId, version, reason })).toEqual(meanwhile);
  });

  it("are not those that the agent saw when the person changed them since", async () => {
    const { accountId, citizen } = await person({ pendingProfile: { lastName: "Autre" } });
    expect(await acceptChanges(await agent(), { accountId, version })).toEqual(meanwhile);
    expect(await refuseChanges(await agent(), { accountId, version, reason: "non" })).toEqual(meanwhile);
    expect((await getProfile(citizen)).lastName).toBe("D’Aubigné");
  });

  it("never write another column than identity and address", async () => {
    const intruder = { lastName: "Martin", email: "voleur@example.org", passwordHash: "x" };
    const { accountId, email } = await person({ pendingProfile: intruder });
    await acceptChanges(await agent(), { accountId, version: heldVersion(intruder) });
    const { passwordHash } = await accountOf(email);
    expect(passwordHash).not.toBe("x");
  });
});

describe("suspension", () => {
  it("ends sessions and links at once, says nothing at the door, and tells the person whom to contact", async () => {
    const { accountId, email, session } = await person();
    const { secret } = await issueToken(database() as never, accountId, "sign_in");
    const chief = await admin();
    expect((await suspendAccount(chief, { accountId, reason: "Usage frauduleux." })).ok).toBe(true);
    expect(await findAccountSession(hashSecret(session.secret))).toBeNull();
    expect(await database().select().from(accountSessions).where(eq(accountSessions.accountId, accountId))).toEqual([]);
    expect((await readToken(secret, "sign_in")).state).toBe("expired");
    const unknown = await signIn(anonymous, { identifier: "personne@example.org", password }, "d");
    expect(await signIn(anonymous, { identifier: email, password }, "d")).toEqual(unknown);
    const before = (await lettersTo(email)).length;
    expect(await askPasswordReset(anonymous, { identifier: email })).toEqual({ ok: true, value: null });
    expect(await lettersTo(email)).toHaveLength(before);
    const [letter] = await lettersTo(email);
    expect(letter?.subject).toBe("Votre compte est suspendu");
    expect(letter?.paragraphs).toContain("Usage frauduleux.");
    expect(letter?.facts?.map(({ label }) => label)).toEqual(["Service", "Téléphone", "Courriel"]);
    expect(await lastActor(accountId, "account.suspended")).toEqual([
      { actorKind: "admin", actorId: chief.agentId, details: {} },
    ]);
    expect(await suspendAccount(chief, { accountId, reason: "encore" })).toEqual(meanwhile);
  });

  it("is lifted: the person signs in as before", async () => {
    const { accountId, email } = await person();
    const chief = await admin();
    expect(await reinstateAccount(chief, { accountId })).toEqual(meanwhile);
    await suspendAccount(chief, { accountId, reason: "non" });
    expect((await reinstateAccount(chief, { accountId })).ok).toBe(true);
    expect(await accountOf(email)).toMatchObject({ status: "active", suspendedAt: null, suspensionReason: null });
    expect((await signIn(anonymous, { identifier: email, password }, "d")).ok).toBe(true);
    expect((await subjects(email))[0]).toBe("La suspension de votre compte est levée");
    expect(await verbsOf(accountId)).toContain("account.reinstated");
  });

  it("is no use for an inscription that is not finished", async () => {
    const { email } = await invited();
    const { id: accountId } = await accountOf(email);
    expect(await suspendAccount(await admin(), { accountId, reason: "non" })).toEqual(meanwhile);
  });
});
