import { asc, eq } from "drizzle-orm";
import { auditEvents, mailbox, outbox } from "@/db/schema/platform";
import type { MailContent } from "@/lib/shared/mail-content";
import type { System } from "@/lib/kernel/actor";
import { clock, setClock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { Final, Retryable } from "@/lib/kernel/errors";
import { putInMailbox } from "@/lib/ports/mail/kept-letters";
import { queueText } from "../testing";
import { drainOutbox as drainByChannel, hasDueMail, type OutgoingMail } from "./drain-outbox";

const worker: System = { kind: "system", job: "courriels" };
const content: MailContent = { subject: "Objet", greeting: "Bonjour,", paragraphs: ["Marque-unique."] };
const queue = (key: string, to = `${key}@example.org`) =>
  database().transaction((tx) => queueText(tx, { to, kind: "robot.code", key, content }));
const rowOf = async (key: string) => (await database().select().from(outbox).where(eq(outbox.key, key)))[0];
const journal = async () =>
  (await database().select({ verb: auditEvents.verb }).from(auditEvents).orderBy(asc(auditEvents.id))).map(
    ({ verb }) => verb,
  );

type Drain = Parameters<typeof drainByChannel>[1];
type EmailDrain = Omit<Drain, "deliver"> & { deliver: Drain["deliver"]["email"] };
const drainOutbox = (actor: System, { deliver, ...drain }: EmailDrain) =>
  drainByChannel(actor, { ...drain, deliver: { email: deliver } });

function inbox() {
  const mails: OutgoingMail[] = [];
  return { mails, deliver: async (mail: OutgoingMail) => void mails.push(mail) };
}

let shift = 0;
const later = (minutes: number) => void (shift += minutes * 60_000);
const restore = setClock(() => new Date(Date.now() + shift));

beforeEach(async () => {
  await database().delete(outbox);
  await database().delete(mailbox);
  await database().delete(auditEvents);
});
afterAll(async () => {
  restore();
  await database().$client.end();
});

describe("drainOutbox", () => {
  it("takes a letter by its channel, e-mail where nothing says otherwise", async () => {
    await queue("canal");
    expect(await rowOf("canal")).toMatchObject({ channel: "email" });
    const taken: string[] = [];
    await drainByChannel(worker, { deliver: { email: async ({ key }) => void taken.push(key) } });
    expect(taken).toEqual(["canal"]);
    const unknown = database()
      .update(outbox)
      .set({ channel: "pigeon" as "email" });
    await expect(unknown).rejects.toThrow();
  });

  it("sends what is due, empties it, and leaves a line in the journal", async () => {
    await queue("une");
    const { mails, deliver } = inbox();
    expect(await drainOutbox(worker, { deliver })).toEqual({ sent: 1, postponed: 0, failed: 0 });

    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: "une@example.org", key: "une", content });
    expect(mails[0]?.messageId).toBe(`${mails[0]?.id}@localhost`);
    expect(await rowOf("une")).toMatchObject({ state: "sent", content: null, attempts: 1, lastError: null });
    expect(await journal()).toEqual(["mail.sent"]);
  });

  it("keeps nothing readable of a mail that waits", async () => {
    await queue("secrete", "camille.exemple@example.org");
    expect(JSON.stringify(await rowOf("secrete"))).not.toMatch(/camille|Marque-unique/);
  });

  it("tries again within thirty seconds, then every five minutes, with the same Message-ID", async () => {
    await queue("plus-tard");
    const seen: string[] = [];
    const refuse = async (mail: OutgoingMail) => {
      seen.push(mail.messageId);
      throw new Retryable("smtp: ETIMEDOUT");
    };
    expect(await drainOutbox(worker, { deliver: refuse })).toEqual({ sent: 0, postponed: 1, failed: 0 });
    expect(await hasDueMail()).toBe(false);
    later(0.5);
    expect(await hasDueMail()).toBe(true);
    await drainOutbox(worker, { deliver: refuse });
    later(4);
    expect(await hasDueMail()).toBe(false);
    later(1.1);
    expect(await hasDueMail()).toBe(true);
    await drainOutbox(worker, { deliver: refuse });

    expect(new Set(seen).size).toBe(1);
    expect(await rowOf("plus-tard")).toMatchObject({ state: "waiting", attempts: 3, lastError: "smtp: ETIMEDOUT" });
  });

  it("sends now what was written, or put off, while the clock ran days ahead, and keeps its pace from then on", async () => {
    await queue("ecrite-avant");
    later(48 * 60);
    await queue("ecrite-pendant");
    const refuse = () => Promise.reject(new Retryable("smtp: ETIMEDOUT", 3_600));
    expect(await drainOutbox(worker, { deliver: refuse })).toMatchObject({ postponed: 2 });
    later(-48 * 60);

    expect(await drainOutbox(worker, { deliver: refuse })).toMatchObject({ postponed: 2 });
    expect(await drainOutbox(worker, { deliver: refuse })).toMatchObject({ postponed: 0 });
    later(61);
    expect(await drainOutbox(worker, inbox())).toMatchObject({ sent: 2 });
  });

  it("lets a letter that was never tried wait for its turn, were it days away", async () => {
    await queue("a-son-tour");
    await database()
      .update(outbox)
      .set({ nextAttemptAt: clock.inMinutes(3 * 24 * 60) })
      .where(eq(outbox.key, "a-son-tour"));
    expect(await drainOutbox(worker, inbox())).toMatchObject({ sent: 0, postponed: 0 });
    later(3 * 24 * 60 + 1);
    expect(await drainOutbox(worker, inbox())).toMatchObject({ sent: 1 });
  });

  it("waits as long as the provider asks", async () => {
    await queue("patience");
    await drainOutbox(worker, { deliver: () => Promise.reject(new Retryable("resend: 429", 1200)) });
    later(19);
    expect(await hasDueMail()).toBe(false);
    later(1.1);
    expect(await hasDueMail()).toBe(true);
  });

  it("gives up after 48 tries, and says so to administrators", async () => {
    await queue("sans-espoir");
    const deliver = () => Promise.reject(new Retryable("smtp: ECONNREFUSED"));
    for (let attempt = 1; attempt <= 48; attempt += 1) {
      await drainOutbox(worker, { deliver });
      later(5.1);
    }
    expect(await rowOf("sans-espoir")).toMatchObject({
      state: "failed",
      attempts: 48,
      lastError: "smtp: ECONNREFUSED",
    });
    expect(await journal()).toEqual(["mail.failed"]);
  });

  it("does not insist when the refusal lasts", async () => {
    await queue("refusee");
    expect(await drainOutbox(worker, { deliver: () => Promise.reject(new Final("smtp: 550")) })).toMatchObject({
      failed: 1,
    });
    later(60);
    expect(await hasDueMail()).toBe(false);
  });

  it("keeps no word of an unexpected error, which may quote an address", async () => {
    await queue("bogue");
    await drainOutbox(worker, { deliver: () => Promise.reject(new TypeError("bogue@example.org is odd")) });
    expect(await rowOf("bogue")).toMatchObject({ state: "waiting", lastError: "TypeError" });
  });

  it("gives each mail to one process only, however many drain at once", async () => {
    for (let index = 0; index < 40; index += 1) await queue(`lot-${index}`);
    const { mails, deliver } = inbox();
    const slow = async (mail: OutgoingMail) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      await deliver(mail);
    };
    const reports = await Promise.all([1, 2, 3, 4].map(() => drainOutbox(worker, { deliver: slow, batch: 5 })));
    expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(40);
    expect(new Set(mails.map(({ key }) => key)).size).toBe(40);
    expect(mails).toHaveLength(40);
  });

  it("stops taking mails when asked, and finishes those it took", async () => {
    for (let index = 0; index < 6; index += 1) await queue(`arret-${index}`);
    const stop = new AbortController();
    const { mails, deliver } = inbox();
    const report = await drainOutbox(worker, {
      batch: 2,
      signal: stop.signal,
      deliver: async (mail) => {
        stop.abort();
        await deliver(mail);
      },
    });
    expect(report.sent).toBe(2);
    expect(mails).toHaveLength(2);
    expect(await drainOutbox(worker, { deliver, until: clock.inMinutes(-1) })).toMatchObject({ sent: 0 });
    expect(await drainOutbox(worker, { deliver })).toMatchObject({ sent: 4 });
  });

  it("doubles nothing when the process dies between the mailbox and its own note", async () => {
    await queue("coupure");
    const put = (mail: OutgoingMail) =>
      putInMailbox({ ...mail, from: "portail", subject: "Objet", text: "", html: "" });
    // The process dies here: delivered, then nothing more is written. A promise that never settles is what the table sees of a kill -9.
    let delivered: () => void = () => undefined;
    const isDelivered = new Promise<void>((resolve) => (delivered = resolve));
    void drainOutbox(worker, {
      deliver: async (mail) => {
        await put(mail);
        delivered();
        await new Promise(() => undefined);
      },
    });
    await isDelivered;
    expect(await rowOf("coupure")).toMatchObject({ state: "waiting" });
    expect(await hasDueMail()).toBe(false);

    later(1.1);
    expect(await drainOutbox(worker, { deliver: put })).toMatchObject({ sent: 1 });
    expect(await rowOf("coupure")).toMatchObject({ state: "sent", content: null });
    expect(await database().select({ key: mailbox.key }).from(mailbox)).toEqual([{ key: "coupure" }]);
    expect(await journal()).toEqual(["mail.sent"]);
  });

  it("writes nothing over what another process noted after the lease", async () => {
    await queue("bail");
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    let started: () => void = () => undefined;
    const isStarted = new Promise<void>((resolve) => (started = resolve));
    const slow = drainOutbox(worker, {
      deliver: async () => {
        started();
        await gate;
        throw new Retryable("smtp: ETIMEDOUT");
      },
    });
    await isStarted;
    later(1.1);
    await drainOutbox(worker, inbox());
    release();
    await slow;
    expect(await rowOf("bail")).toMatchObject({ state: "sent", lastError: null });
  });
});
