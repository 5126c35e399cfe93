import { eq } from "drizzle-orm";
import {
  addCitizen,
  addDemarche,
  journalOf,
  newGuest,
  readyDraft,
  startedDraft,
  submitted,
  valueOf,
  waitingMails,
} from "@/db/test/citizen-demande";
import { statementsOf } from "@/db/test/count-statements";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { attachments, demandeEvents, demandes, demandeTokens } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import { notifications } from "@/db/schema/notifications";
import { outbox } from "@/db/schema/platform";
import { database } from "@/lib/kernel/database";
import type { DemandeId } from "@/lib/shared/ids";
import { getDraft } from "../queries/find-draft";
import { submitDemande } from "./submit-demande";
import { takeCharge } from "./take-charge";
import { withdrawDemande } from "./withdraw-demande";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

let town: Town;
beforeAll(async () => {
  town = await buildTown();
});

const submit = (demandeId: DemandeId, revision = 1) => ({ demandeId, revision, robot: "not_needed" as const });
const rowOf = async (demandeId: DemandeId) => {
  const [row] = await database().select().from(demandes).where(eq(demandes.id, demandeId));
  if (!row) throw new Error("absent");
  return row;
};

describe("submitDemande, the first time", () => {
  it("gives a number, freezes, writes the history, the journal, the portal and one e-mail", async () => {
    const demandeId = await readyDraft(town.citizen);
    const { number } = valueOf(await submitDemande(town.citizen, submit(demandeId)));
    expect(number).toMatch(/^2\d{3}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(await rowOf(demandeId)).toMatchObject({
      status: "pending",
      number,
      revision: 1,
      applicantName: "Camille Exemple",
      searchName: "camille exemple",
      closedAt: null,
    });
    expect(await database().select().from(attachments).where(eq(attachments.demandeId, demandeId))).toMatchObject([
      { isFrozen: true, scan: "clean" },
    ]);
    expect(await database().select().from(demandeEvents).where(eq(demandeEvents.demandeId, demandeId))).toMatchObject([
      { actor: "citizen", fromStatus: "draft", toStatus: "pending", revision: 1 },
    ]);
    expect(await journalOf(demandeId, "demande.submitted")).toHaveLength(1);
    expect(
      await database()
        .select()
        .from(notifications)
        .where(eq(notifications.path, `/espace/demandes/${number}/historique`)),
    ).toHaveLength(1);
    const mails = (await waitingMails()).filter(({ content }) => content.subject.includes(number));
    expect(mails).toMatchObject([
      {
        to: "camille@example.org",
        kind: "demande.received",
        content: {
          action: { path: `/espace/demandes/${number}/historique` },
          attachments: [{ kind: "recepisse", demandeId }],
        },
      },
    ]);
    const { paragraphs, last } = mails[0]?.content ?? {};
    expect(paragraphs?.[0]).toContain(number);
    expect(paragraphs?.[1]).toContain("Nous nous engageons à vous répondre");
    expect(paragraphs?.join(" ")).not.toContain("décision implicite");
    expect(last?.title).toBe("Si vous n’avez pas de réponse");
    expect(last?.paragraphs.join(" ")).toContain("décision implicite de rejet");
  });

  it("F93: sends a person without account a link that opens the follow-up", async () => {
    const guest = newGuest();
    const { number, demandeId } = await submitted(guest);
    const mail = (await waitingMails()).find(({ content }) => content.subject.includes(number));
    const path = mail?.content.action?.path ?? "";
    expect(path).toMatch(/^\/suivi\/ouvrir\?jeton=[A-Za-z0-9_-]{43}$/);
    const [token] = await database().select().from(demandeTokens).where(eq(demandeTokens.demandeId, demandeId));
    expect(token?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(path).not.toContain(token?.tokenHash);
  });

  it("refuses an incomplete form and names each field and document, and keeps the draft", async () => {
    const citizen = await addCitizen("vide");
    const empty = await startedDraft(citizen);
    const result = await submitDemande(citizen, submit(empty));
    expect(result).toMatchObject({ ok: false, reason: "invalid" });
    if (!result.ok) expect(Object.keys(result.details ?? {})).toEqual(["act.copies", "act.identity"]);
    expect((await rowOf(empty)).status).toBe("draft");
  });

  it("answers the same number when it is repeated, and does nothing more", async () => {
    const demandeId = await readyDraft(town.citizen);
    const first = valueOf(await submitDemande(town.citizen, submit(demandeId)));
    expect(valueOf(await submitDemande(town.citizen, submit(demandeId))).number).toBe(first.number);
    await takeCharge(town.agent, { demandeId, lockVersion: (await rowOf(demandeId)).lockVersion });
    expect(valueOf(await submitDemande(town.citizen, submit(demandeId))).number).toBe(first.number);
    expect(await journalOf(demandeId, "demande.submitted")).toHaveLength(1);
  });

  it("makes one demande, one number and one e-mail of fifty submissions at once", async () => {
    const demandeId = await readyDraft(town.citizen);
    const before = await database().$count(outbox);
    const results = await Promise.all(Array.from({ length: 50 }, () => submitDemande(town.citizen, submit(demandeId))));
    const numbers = new Set(results.map((result) => valueOf(result).number));
    expect(numbers.size).toBe(1);
    expect(await database().$count(outbox)).toBe(before + 1);
    expect(await database().$count(demandeEvents, eq(demandeEvents.demandeId, demandeId))).toBe(1);
    expect(await journalOf(demandeId, "demande.submitted")).toHaveLength(1);
  });

  it("costs few statements, transaction words included", async () => {
    const demandeId = await readyDraft(town.citizen);
    const statements = await statementsOf(() => submitDemande(town.citizen, submit(demandeId)));
    // One of them holds its service, which could close meanwhile (decision 041).
    expect(statements.length).toBeLessThanOrEqual(17);
  });

  it("does not know somebody else's draft", async () => {
    const demandeId = await readyDraft(town.citizen);
    for (const actor of [await addCitizen("curieux"), newGuest(), town.agent, town.admin])
      await expect(submitDemande(actor, submit(demandeId))).rejects.toThrow("introuvable");
  });

  it("F35: asks the robot check of every person without account who files, and of no account", async () => {
    const guest = newGuest();
    const demandeId = await readyDraft(guest);
    expect(await submitDemande(guest, submit(demandeId))).toEqual({ ok: false, reason: "robot_check" });
    expect((await submitDemande(guest, { ...submit(demandeId), robot: "passed" })).ok).toBe(true);
    expect((await submitDemande(town.citizen, submit(await readyDraft(town.citizen)))).ok).toBe(true);
  });

  it("tells that an answer changed since the summary was shown", async () => {
    const demandeId = await readyDraft(town.citizen);
    const { edition } = await getDraft(town.citizen, demandeId);
    expect(await submitDemande(town.citizen, { ...submit(demandeId), edition: edition - 1 })).toMatchObject({
      ok: false,
      reason: "stale",
    });
    expect((await submitDemande(town.citizen, { ...submit(demandeId), edition })).ok).toBe(true);
  });
});

describe("quotas", () => {
  it("takes exactly the places there are, however many come at once", async () => {
    const demarcheId = await addDemarche(town, "places", { quota: 7 });
    const drafts = await Promise.all(
      Array.from({ length: 24 }, async () => {
        const guest = newGuest();
        return { guest, demandeId: await readyDraft(guest, "places") };
      }),
    );
    const results = await Promise.all(
      drafts.map(({ guest, demandeId }) => submitDemande(guest, { ...submit(demandeId), robot: "passed" })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(7);
    expect(results.filter((result) => !result.ok && result.reason === "quota_reached")).toHaveLength(17);
    const [row] = await database()
      .select({ used: demarches.quotaUsed })
      .from(demarches)
      .where(eq(demarches.id, demarcheId));
    expect(row?.used).toBe(7);
  });

  it("frees the place of a demande that its owner withdraws", async () => {
    const demarcheId = await addDemarche(town, "place-rendue", { quota: 1 });
    const { demandeId } = await submitted(town.citizen, "place-rendue");
    valueOf(await withdrawDemande(town.citizen, { demandeId, reason: "" }));
    const [row] = await database()
      .select({ used: demarches.quotaUsed })
      .from(demarches)
      .where(eq(demarches.id, demarcheId));
    expect(row?.used).toBe(0);
  });

  it("counts one person once, with or without account, even with two drafts sent together", async () => {
    await addDemarche(town, "un-seul", { quotaPerPerson: 1 });
    const drafts = [
      await readyDraft(town.citizen, "un-seul"),
      await readyDraft(town.citizen, "un-seul"),
      await readyDraft(town.citizen, "un-seul"),
    ];
    const results = await Promise.all(drafts.map((demandeId) => submitDemande(town.citizen, submit(demandeId))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "personal_quota_reached")).toHaveLength(2);
  });
});
