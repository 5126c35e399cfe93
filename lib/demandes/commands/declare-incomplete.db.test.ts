import { eq } from "drizzle-orm";
import { correctionItems, demandes } from "@/db/schema/demandes";
import { auditEvents, outbox } from "@/db/schema/platform";
import { buildTown, fileDemande } from "@/db/test/filed-demande";
import { openLetter } from "@/lib/letters/outbox/sealed-letter";
import { database } from "@/lib/kernel/database";
import type { DemandeId } from "@/lib/shared/ids";
import type { DeclareIncomplete } from "../schema/agent";
import { completeDemande } from "./complete-demande";
import { declareIncomplete } from "./declare-incomplete";

let town: Awaited<ReturnType<typeof buildTown>>;
beforeAll(async () => void (town = await buildTown()));
afterAll(() => database().$client.end());

const input = (demandeId: DemandeId, changes: Partial<DeclareIncomplete> = {}): DeclareIncomplete => ({
  demandeId,
  lockVersion: 0,
  reason: "Il manque une pièce.",
  items: [
    { fieldPath: "act.copies", reason: "incorrect", comment: "Une seule copie est possible." },
    { fieldPath: "act.identity", reason: "outdated", comment: "" },
  ],
  ...changes,
});

const itemsOf = (id: DemandeId) => database().select().from(correctionItems).where(eq(correctionItems.demandeId, id));

describe("declareIncomplete", () => {
  it("keeps the exact fields and documents, and writes them to the owner", async () => {
    const { id, number } = await fileDemande(town, "in_progress");
    expect(await declareIncomplete(town.agent, input(id))).toEqual({ ok: true, value: { number } });
    expect(await itemsOf(id)).toEqual([
      {
        demandeId: id,
        revision: 1,
        fieldPath: "act.copies",
        reason: "incorrect",
        comment: "Une seule copie est possible.",
      },
      { demandeId: id, revision: 1, fieldPath: "act.identity", reason: "outdated", comment: "" },
    ]);
    const [mail] = await database().select().from(outbox).where(eq(outbox.kind, "demande.incomplete"));
    const letter = JSON.stringify(openLetter(mail?.content ?? ""));
    for (const part of [
      "Il manque une pièce.",
      "Nombre de copies",
      "Une seule copie est possible.",
      "Pièce d’identité",
    ])
      expect(letter).toContain(part);
    const audit = await database().select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(audit).toMatchObject([{ verb: "demande.declared_incomplete", details: { items: 2 } }]);
  });

  it("refuses a field that the demande does not ask, and writes nothing", async () => {
    const { id } = await fileDemande(town, "in_progress");
    const items = [{ fieldPath: "act.unknown", reason: "missing" as const, comment: "" }];
    expect(await declareIncomplete(town.agent, input(id, { items }))).toEqual({ ok: false, reason: "unknown_field" });
    expect(await declareIncomplete(town.agent, input(id, { items: [] }))).toEqual({
      ok: false,
      reason: "nothing_flagged",
    });
    expect(await itemsOf(id)).toEqual([]);
    const [demande] = await database().select().from(demandes).where(eq(demandes.id, id));
    expect(demande).toMatchObject({ status: "in_progress", lockVersion: 0 });
  });

  it("is absent for an agent of another service", async () => {
    const { id } = await fileDemande(town, "in_progress");
    await expect(declareIncomplete(town.stranger, input(id))).rejects.toThrow("introuvable");
  });

  it.each(["incomplete", "validated", "rejected", "cancelled"] as const)("refuses a demande %s", async (status) => {
    const { id } = await fileDemande(town, status);
    expect(await declareIncomplete(town.agent, input(id))).toEqual({ ok: false, reason: "not_possible" });
  });

  it("tells the second of two agents, and keeps the list of the first alone", async () => {
    const { id } = await fileDemande(town, "in_progress");
    const lists = [input(id), input(id, { items: [{ fieldPath: "act.copies", reason: "missing", comment: "" }] })];
    const results = await Promise.all(
      lists.map((list, i) => declareIncomplete(i === 0 ? town.agent : town.colleague, list)),
    );
    expect(results.map((result) => (result.ok ? "done" : result.reason)).sort()).toEqual(["changed_meanwhile", "done"]);
    expect(await itemsOf(id)).toHaveLength(results[0]?.ok ? 2 : 1);
  });

  it("replaces the list when the same revision is sent back again", async () => {
    const { id } = await fileDemande(town, "in_progress");
    await declareIncomplete(town.agent, input(id));
    await completeDemande(town.agent, { demandeId: id, lockVersion: 1 });
    const items = [{ fieldPath: "act.identity", reason: "missing" as const, comment: "" }];
    expect((await declareIncomplete(town.agent, input(id, { lockVersion: 2, items }))).ok).toBe(true);
    expect(await itemsOf(id)).toMatchObject([{ fieldPath: "act.identity", reason: "missing" }]);
  });
});
