import { eq } from "drizzle-orm";
import { addCitizen, newGuest, submitted, valueOf } from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { verbsOf } from "@/db/test/traces";
import { accounts } from "@/db/schema/accounts";
import { auditEvents, outbox, subjectOf } from "@/db/schema/platform";
import { correctContact } from "@/lib/demandes/commands/correct-contact";
import { listFailedLetters, listUntold } from "@/lib/demandes/queries/list-failed-letters";
import type { Actor, System } from "@/lib/kernel/actor";
import { setClock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { Final, NotFound } from "@/lib/kernel/errors";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import { drainOutbox, type OutgoingMail } from "@/lib/letters/jobs/drain-outbox";
import type { DemandeId, MailId } from "@/lib/shared/ids";
import { retryMail } from "./commands";

jest.setTimeout(90_000);

const worker: System = { kind: "system", job: "courriels" };

let town: Town;
beforeAll(async () => void (town = await buildTown()));
let restore: () => void = () => undefined;
afterEach(() => restore());
afterAll(() => database().$client.end());

/** The server of the mails: what it takes, or its refusal of everything. */
async function send(isDown = false): Promise<OutgoingMail[]> {
  const taken: OutgoingMail[] = [];
  const email = async (mail: OutgoingMail) => {
    if (isDown) throw new Final("smtp: EENVELOPE 550");
    taken.push(mail);
  };
  await drainOutbox(worker, { deliver: { email } });
  return taken;
}

/** A demande of which the letter that acknowledges it was refused. */
async function untold(actor: Actor) {
  await database().delete(outbox);
  const filed = await submitted(actor);
  await send(true);
  const letters = await database()
    .select({ id: outbox.id, state: outbox.state })
    .from(outbox)
    .where(eq(subjectOf(outbox.key), filed.demandeId));
  const [letter] = letters;
  if (letters.length !== 1 || !letter) throw new Error("one letter was awaited");
  return { ...filed, mailId: letter.id, state: letter.state };
}

const noticed = async (demandeId: DemandeId) => ({
  onPage: (await listFailedLetters(town.agent, demandeId)).length,
  atHome: (await listUntold(town.agent)).length,
});

describe("a letter about a demande that failed", () => {
  it("is sent again by the worker to its applicant, with its récépissé, and the service is no longer told of it", async () => {
    const { demandeId, number, mailId, state } = await untold(await addCitizen("renvoyee"));
    expect(state).toBe("failed");
    expect(await noticed(demandeId)).toEqual({ onPage: 1, atHome: 1 });
    expect(await send()).toEqual([]);

    valueOf(await retryMail(town.admin, { mailId }));
    expect(await noticed(demandeId)).toEqual({ onPage: 0, atHome: 0 });
    const [mail, ...others] = await send();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ id: mailId, to: "renvoyee@example.org" });
    expect(mail?.content.subject).toContain(number);
    expect(mail?.content.attachments).toMatchObject([{ kind: "recepisse", demandeId }]);
    expect(await noticed(demandeId)).toEqual({ onPage: 0, atHome: 0 });
    expect(await verbsOf(mailId)).toEqual(["mail.failed", "mail.retried", "mail.sent"]);
    expect(await retryMail(town.admin, { mailId })).toEqual({ ok: false, reason: "not_failed" });
  });

  it("tells the service again when it fails again", async () => {
    const { demandeId, mailId } = await untold(await addCitizen("encore"));
    valueOf(await retryMail(town.admin, { mailId }));
    await send(true);
    expect(await noticed(demandeId)).toEqual({ onPage: 1, atHome: 1 });
  });

  it("is sent again by administrators alone, once, whoever presses at the same time", async () => {
    const { mailId } = await untold(await addCitizen("droits"));
    for (const actor of [town.agent, town.stranger, town.citizen, newGuest()])
      await expect(retryMail(actor, { mailId })).rejects.toThrow(NotFound);
    expect(await send()).toEqual([]);
    const answers = await Promise.all([1, 2, 3].map(() => retryMail(town.admin, { mailId })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await send()).map(({ id }) => id)).toEqual([mailId]);
    const journal = await database()
      .select({ verb: auditEvents.verb })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, mailId));
    expect(journal.filter(({ verb }) => verb === "mail.retried")).toHaveLength(1);
  });

  it("goes to the address that the account has now, not to the one that refused it", async () => {
    const citizen = await addCitizen("partie");
    const { mailId } = await untold(citizen);
    const email = "arrivee@example.org";
    await database().update(accounts).set({ email }).where(eq(accounts.id, citizen.accountId));
    valueOf(await retryMail(town.admin, { mailId }));
    expect((await send()).map(({ id, to }) => [id, to])).toEqual([[mailId, email]]);
    const [row] = await database().select({ hash: outbox.recipientHash }).from(outbox).where(eq(outbox.id, mailId));
    expect(row?.hash).toBe(recipientHash(email));
  });

  it("keeps its address where it tells something of the account itself", async () => {
    const citizen = await addCitizen("ancienne");
    const { mailId } = await untold(citizen);
    await database().update(outbox).set({ kind: "account.email_changed" }).where(eq(outbox.id, mailId));
    await database().update(accounts).set({ email: "neuve@example.org" }).where(eq(accounts.id, citizen.accountId));
    valueOf(await retryMail(town.admin, { mailId }));
    expect((await send()).map(({ to }) => to)).toEqual(["ancienne@example.org"]);
  });

  it("is forgotten once its applicant puts the address right: what replaces it goes there, and nobody is told to send it to the wrong one", async () => {
    const guest = newGuest();
    const { demandeId, mailId } = await untold(guest);
    expect(await noticed(demandeId)).toEqual({ onPage: 1, atHome: 1 });
    valueOf(await correctContact(guest, { demandeId, email: "la-bonne@example.org" }));
    expect(await noticed(demandeId)).toEqual({ onPage: 0, atHome: 0 });
    await expect(retryMail(town.admin, { mailId })).rejects.toThrow(NotFound);
    const later = Date.now() + 24 * 3_600_000;
    restore = setClock(() => new Date(later));
    const received = (await send()).filter(({ content }) => content.attachments?.length);
    expect(received.map(({ to }) => to)).toEqual(["la-bonne@example.org"]);
  });

  it("is absent when there is no such letter", async () => {
    const none = "00000000-0000-7000-8000-00000000dead" as MailId;
    await expect(retryMail(town.admin, { mailId: none })).rejects.toThrow(NotFound);
  });
});
