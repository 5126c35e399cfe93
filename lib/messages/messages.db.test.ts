import { eq } from "drizzle-orm";
import {
  addCitizen,
  addDemarche,
  journalOf,
  newGuest,
  startedDraft,
  submitted,
  valueOf,
  waitingMails,
} from "@/db/test/citizen-demande";
import { buildTown, smallDefinition, type Town } from "@/db/test/filed-demande";
import { accounts } from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import { database } from "@/lib/kernel/database";
import { listNotifications } from "@/lib/notifications/queries";
import { readMessages } from "./commands/read-messages";
import { sendMessage } from "./commands/send-message";
import { listMessages } from "./queries/list-messages";
import { countUnreadMessages, listThreads } from "./queries/list-threads";
import { sendMessageSchema } from "./schema";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

let town: Town;
beforeAll(async () => {
  town = await buildTown();
});

const secret = "Mon secret médical";

describe("sendMessage", () => {
  it("F83 F103: goes both ways, and the e-mail never carries the text", async () => {
    const { demandeId, number } = await submitted(town.citizen);
    const { messageId } = valueOf(await sendMessage(town.citizen, { demandeId, body: "Bonjour" }));
    valueOf(await sendMessage(town.agent, { demandeId, body: secret }));
    expect(await journalOf(messageId, "message.sent")).toHaveLength(1);
    expect((await listMessages(town.citizen, demandeId)).map(({ by, isMine, body }) => [by, isMine, body])).toEqual([
      ["Vous", true, "Bonjour"],
      ["etat-civil", false, secret],
    ]);
    expect((await listMessages(town.colleague, demandeId)).map(({ isMine }) => isMine)).toEqual([false, false]);
    const mail = (await waitingMails()).filter(({ kind }) => kind === "demande.message").at(-1);
    expect(mail?.content.action?.path).toBe(`/espace/demandes/${number}/echanges`);
    expect(JSON.stringify(mail)).not.toContain(secret);
    expect(JSON.stringify(await listNotifications(town.citizen))).not.toContain(secret);
  });

  it("F130: sends no e-mail to who declined them, and still shows it in the portal", async () => {
    const citizen = await addCitizen("discrete");
    await database()
      .update(accounts)
      .set({ mutedNotifications: ["demande.message"] })
      .where(eq(accounts.id, citizen.accountId));
    const { demandeId } = await submitted(citizen);
    const before = (await waitingMails()).length;
    valueOf(await sendMessage(town.agent, { demandeId, body: "Bonjour" }));
    expect((await waitingMails()).length).toBe(before);
    expect(await listNotifications(citizen)).toMatchObject([
      { kind: "demande.message", isRead: false },
      { kind: "demande.received" },
    ]);
  });

  it("tells a person without account, with a link of its own", async () => {
    const guest = newGuest();
    const { demandeId } = await submitted(guest);
    valueOf(await sendMessage(town.agent, { demandeId, body: "Bonjour" }));
    expect((await waitingMails()).at(-1)).toMatchObject({
      to: "camille@example.org",
      content: { action: { path: expect.stringMatching(/^\/suivi\/ouvrir\?jeton=/) } },
    });
    valueOf(await sendMessage(guest, { demandeId, body: "Merci" }));
  });

  it("is closed where the démarche has no exchanges, and once cancelled", async () => {
    await addDemarche(town, "muette", {}, { ...smallDefinition, hasExchanges: false });
    const { demandeId } = await submitted(town.citizen, "muette");
    expect(await sendMessage(town.citizen, { demandeId, body: "?" })).toEqual({ ok: false, reason: "closed" });
    const open = await submitted(town.citizen);
    await database().update(demandes).set({ status: "cancelled" }).where(eq(demandes.id, open.demandeId));
    expect(await sendMessage(town.agent, { demandeId: open.demandeId, body: "?" })).toEqual({
      ok: false,
      reason: "closed",
    });
    const draft = await startedDraft(town.citizen);
    await expect(sendMessage(town.citizen, { demandeId: draft, body: "?" })).rejects.toThrow("introuvable");
  });

  it("does not know somebody else's demande", async () => {
    const { demandeId } = await submitted(town.citizen);
    for (const actor of [await addCitizen("curieux"), newGuest(), town.stranger]) {
      await expect(sendMessage(actor, { demandeId, body: "?" })).rejects.toThrow("introuvable");
      expect(await listMessages(actor, demandeId)).toEqual([]);
    }
    expect(await sendMessage(town.admin, { demandeId, body: "?" })).toEqual({ ok: false, reason: "closed" });
  });

  it("waits for an answer after twenty messages in a row", async () => {
    const { demandeId } = await submitted(town.citizen);
    for (let i = 0; i < 20; i += 1) valueOf(await sendMessage(town.citizen, { demandeId, body: "Encore" }));
    expect(await sendMessage(town.citizen, { demandeId, body: "Encore" })).toEqual({ ok: false, reason: "too_many" });
    valueOf(await sendMessage(town.agent, { demandeId, body: "Voici" }));
    expect((await sendMessage(town.citizen, { demandeId, body: "Merci" })).ok).toBe(true);
  });
});

describe("reading", () => {
  it("F108: from « non lu » to « lu », each side for what the other wrote", async () => {
    const citizen = await addCitizen("lectrice");
    const { demandeId, number } = await submitted(citizen);
    valueOf(await sendMessage(town.agent, { demandeId, body: "Bonjour" }));
    valueOf(await sendMessage(citizen, { demandeId, body: "Question" }));
    expect(await listThreads(citizen)).toMatchObject([{ number, unread: 1 }]);
    expect(valueOf(await readMessages(citizen, { demandeId }))).toEqual({ count: 1 });
    expect(await countUnreadMessages(citizen)).toBe(0);
    expect((await listMessages(citizen, demandeId)).map(({ isRead }) => isRead)).toEqual([true, false]);
    expect(valueOf(await readMessages(town.admin, { demandeId }))).toEqual({ count: 0 });
    expect(valueOf(await readMessages(town.agent, { demandeId }))).toEqual({ count: 1 });
    expect(await journalOf(demandeId, "message.read")).toHaveLength(3);
    await expect(readMessages(await addCitizen("autre"), { demandeId })).rejects.toThrow("introuvable");
  });

  it("takes an agent’s answer for a reading of what came before", async () => {
    const { demandeId } = await submitted(town.citizen);
    valueOf(await sendMessage(town.citizen, { demandeId, body: "Question" }));
    valueOf(await sendMessage(town.agent, { demandeId, body: "Réponse" }));
    expect((await listMessages(town.citizen, demandeId)).map(({ isRead }) => isRead)).toEqual([true, false]);
  });
});

it("refuses an empty message, one too long, and what cannot be stored", () => {
  const demandeId = "01890000-0000-7000-8000-000000000000";
  for (const body of ["", "   \n ", "a".repeat(5_001), "a\u0000b"])
    expect(sendMessageSchema.safeParse({ demandeId, body }).success).toBe(false);
  expect(sendMessageSchema.parse({ demandeId, body: " a\r\nb " }).body).toBe("a\nb");
});
