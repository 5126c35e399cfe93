import fc from "fast-check";
import { and, eq, isNull } from "drizzle-orm";
import {
  addCitizen,
  addDemarche,
  newGuest,
  readyDraft,
  startedDraft,
  submitted,
  valueOf,
} from "@/db/test/citizen-demande";
import { statementsOf } from "@/db/test/count-statements";
import { buildTown, smallDefinition, type Town } from "@/db/test/filed-demande";
import { demandeRevisions, demandes } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { acteDeNaissance } from "@/catalogue/acte-de-naissance";
import { database } from "@/lib/kernel/database";
import type { DemandeId } from "@/lib/shared/ids";
import { getDraft } from "../queries/find-draft";
import { declareOnPaper } from "./declare-on-paper";
import { openRevision } from "./open-revision";
import { saveField } from "./save-field";
import { saveStep } from "./save-step";
import { submitDemande } from "./submit-demande";
import { withdrawDemande } from "./withdraw-demande";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

let town: Town;
beforeAll(async () => {
  town = await buildTown();
});

const saveCopies = (actor: Actor, demandeId: DemandeId, edition: number, typed: string) =>
  saveField(actor, { demandeId, edition, path: "act.copies", value: { "act.copies": typed } });
const answersOf = async (demandeId: DemandeId) => (await getDraft(town.citizen, demandeId)).answers;

describe("saveField", () => {
  it("F128: keeps what was typed, and gives the edition to send next", async () => {
    const demandeId = await startedDraft(town.citizen);
    const saved = valueOf(await saveCopies(town.citizen, demandeId, 0, "3"));
    expect(saved).toMatchObject({ edition: 1, error: null });
    expect(await answersOf(demandeId)).toMatchObject({ act: { copies: 3 } });
  });

  it("F138: the draft opens again at the step that was being typed", async () => {
    const demandeId = await startedDraft(town.citizen);
    expect((await getDraft(town.citizen, demandeId)).step).toBe("demarche");
    valueOf(await saveCopies(town.citizen, demandeId, 0, "3"));
    expect((await getDraft(town.citizen, demandeId)).step).toBe("demande");
    const name = { path: "applicant.firstName", value: { "applicant.firstName": "Zoé" } };
    valueOf(await saveField(town.citizen, { demandeId, edition: 1, ...name }));
    expect((await getDraft(town.citizen, demandeId)).step).toBe("informations");
  });

  it("gives a commune its official name, as the whole step does", async () => {
    const applicant = { ...smallDefinition.applicant, address: "optional" as const };
    await addDemarche(town, "adresse", {}, { ...smallDefinition, applicant });
    const demandeId = await startedDraft(town.citizen, "adresse");
    const [path, part] = ["applicant.address", (key: string) => `applicant.address.${key}`];
    const value = { [part("line")]: "1 rue", [part("postalCode")]: "42 000", [part("commune")]: "st etienne" };
    valueOf(await saveField(town.citizen, { demandeId, edition: 0, path, value }));
    const address = { line: "1 rue", postalCode: "42000", commune: "Saint-Étienne" };
    expect(await answersOf(demandeId)).toMatchObject({ applicant: { address } });
  });

  it("keeps what is wrong too, and says what is wrong", async () => {
    const demandeId = await startedDraft(town.citizen);
    const saved = valueOf(await saveCopies(town.citizen, demandeId, 0, "trois"));
    expect(saved.error).toContain("Nombre de copies");
    expect(await answersOf(demandeId)).toMatchObject({ act: { copies: { raw: "trois" } } });
  });

  it("tells a stale tab, and overwrites nothing", async () => {
    const demandeId = await startedDraft(town.citizen);
    valueOf(await saveCopies(town.citizen, demandeId, 0, "3"));
    expect(await saveCopies(town.citizen, demandeId, 0, "4")).toEqual({
      ok: false,
      reason: "stale",
      details: { $edition: "1" },
    });
    expect(await answersOf(demandeId)).toMatchObject({ act: { copies: 3 } });
  });

  it("refuses a field that the form does not have, and a file field", async () => {
    const demandeId = await startedDraft(town.citizen);
    for (const path of ["act.secret", "act.identity", "applicant.__proto__", "applicant.constructor"])
      expect(await saveField(town.citizen, { demandeId, edition: 0, path, value: { [path]: "x" } })).toEqual({
        ok: false,
        reason: "unknown_field",
      });
  });

  it("does not know somebody else's draft", async () => {
    const demandeId = await startedDraft(town.citizen);
    for (const actor of [await addCitizen("autre"), newGuest(), town.agent, town.admin])
      await expect(saveCopies(actor, demandeId, 0, "9")).rejects.toThrow("introuvable");
  });

  it("costs at most four statements, whatever the field", async () => {
    const demandeId = await startedDraft(town.citizen);
    await saveCopies(town.citizen, demandeId, 0, "1");
    const statements = await statementsOf(() => saveCopies(town.citizen, demandeId, 1, "2"));
    expect(statements).toHaveLength(2);
  });
});

describe("saveStep", () => {
  const step = { step: "demande", part: "fields", mode: "continue" } as const;

  it("saves, and says what is wrong beside each control when one goes on", async () => {
    const demandeId = await startedDraft(town.citizen);
    const result = await saveStep(town.citizen, { ...step, demandeId, edition: 0, raw: { "act.copies": "-" } });
    expect(result).toMatchObject({
      ok: false,
      reason: "invalid",
      details: { "act.copies": expect.any(String), $edition: "1" },
    });
    expect(await answersOf(demandeId)).toMatchObject({ act: { copies: { raw: "-" } } });
    expect((await getDraft(town.citizen, demandeId)).step).toBe("demande");
  });

  it("gives back what it filled in from what is known, with what it refuses", async () => {
    await addDemarche(town, "acte-de-naissance", {}, acteDeNaissance.definition);
    const guest = newGuest();
    const demandeId = await startedDraft(guest, "acte-de-naissance");
    const me = { "applicant.firstName": "Zoé", "applicant.lastName": "Exemple", "applicant.email": "z@example.org" };
    await saveStep(guest, { ...step, step: "informations", mode: "save", demandeId, edition: 0, raw: me });
    const raw = {
      "acte.kind": "full",
      "acte.relationship": "self",
      "personne.holder.firstName": "",
      "personne.holder.lastName": "",
    };
    const refused = await saveStep(guest, { ...step, demandeId, edition: 1, raw });
    expect(refused).toMatchObject({
      reason: "invalid",
      details: { "$filled.personne.holder.firstName": "Zoé", "$filled.personne.holder.lastName": "Exemple" },
    });
    expect(refused).not.toHaveProperty(["details", "personne.holder.lastName"]);
  });

  it("tells when what is missing is asked by questions that these answers made appear, all of it or some, and then no more", async () => {
    const guest = newGuest();
    const demandeId = await startedDraft(guest, "acte-de-naissance");
    const holder = { firstName: "Alix", lastName: "Exemple", birthPlace: "Belleval", "birthDate.year": "1984" };
    const named = { ...holder, "birthDate.day": "1", "birthDate.month": "3" };
    const raw = Object.fromEntries(Object.entries(named).map(([part, text]) => [`personne.holder.${part}`, text]));
    const send = (edition: number, more: Record<string, string>) =>
      saveStep(guest, { ...step, demandeId, edition, raw: { ...raw, "acte.kind": "withParents", ...more } });
    const missing = { reason: "invalid", details: { "acte.relationship": expect.any(String) as string } };
    expect(await send(0, {})).toMatchObject({ ...missing, details: { $appeared: "some" } });
    await send(1, { "acte.kind": "withoutParents" });
    expect(await send(2, { "acte.copies": "1" })).toMatchObject({ ...missing, details: { $appeared: "all" } });
    const noMore = expect.not.objectContaining({ $appeared: expect.anything() as unknown }) as unknown;
    expect(await send(3, { "acte.copies": "1" })).toMatchObject({ reason: "invalid", details: noMore });
  });

  it("refuses nothing when one only keeps", async () => {
    const demandeId = await startedDraft(town.citizen);
    expect(
      await saveStep(town.citizen, { ...step, mode: "save", demandeId, edition: 0, raw: { "act.copies": "-" } }),
    ).toEqual({ ok: true, value: { edition: 1 } });
  });

  it("names the missing document on the documents' page alone", async () => {
    const demandeId = await startedDraft(town.citizen);
    const saved = await saveStep(town.citizen, { ...step, demandeId, edition: 0, raw: { "act.copies": "1" } });
    expect(saved.ok).toBe(true);
    const documents = await saveStep(town.citizen, { ...step, part: "documents", demandeId, edition: 1, raw: {} });
    expect(documents).toMatchObject({ ok: false, reason: "invalid" });
    if (!documents.ok) expect(Object.keys(documents.details ?? {})).toEqual(["act.identity", "$edition"]);
  });

  it("opens the draft again at the page that was left", async () => {
    const demandeId = await startedDraft(town.citizen);
    const left = async () => (await getDraft(town.citizen, demandeId)).step;
    const save = (more: object, edition: number) =>
      saveStep(town.citizen, { ...step, demandeId, edition, raw: {}, ...more });
    await save({ step: "informations" }, 0);
    expect(await left()).toBe("demande");
    await save({ raw: { "act.copies": "1" } }, 1);
    expect(await left()).toBe("documents");
    await save({ part: "documents" }, 2);
    expect(await left()).toBe("documents");
    valueOf(await declareOnPaper(town.citizen, { demandeId, path: "act.identity", onPaper: true }));
    await save({ part: "documents" }, 4);
    expect(await left()).toBe("recapitulatif");
  });

  it("tells a stale tab, and does not know somebody else's draft", async () => {
    const demandeId = await startedDraft(town.citizen);
    valueOf(await saveCopies(town.citizen, demandeId, 0, "3"));
    expect(await saveStep(town.citizen, { ...step, demandeId, edition: 0, raw: {} })).toEqual({
      ok: false,
      reason: "stale",
      details: { $edition: "1" },
    });
    await expect(saveStep(await addCitizen("curieuse"), { ...step, demandeId, edition: 1, raw: {} })).rejects.toThrow(
      "introuvable",
    );
  });

  it("refuses once submitted, and once withdrawn", async () => {
    const { demandeId } = await submitted(town.citizen);
    expect(await saveStep(town.citizen, { ...step, demandeId, edition: 0, raw: {} })).toEqual({
      ok: false,
      reason: "not_editable",
    });
    valueOf(await openRevision(town.citizen, { demandeId }));
    valueOf(await withdrawDemande(town.citizen, { demandeId, reason: "" }));
    expect(await saveCopies(town.citizen, demandeId, 0, "8")).toEqual({ ok: false, reason: "not_editable" });
  });
});

describe("Q8: races of autosave", () => {
  type Act = { kind: "save"; tab: 0 | 1; typed: number } | { kind: "submit" };
  const act = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant("save" as const),
        tab: fc.constantFrom(0 as const, 1 as const),
        typed: fc.integer({ min: 1, max: 99 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("submit" as const) }) },
  );

  it("loses no accepted field, whatever two tabs do at once, and writes nothing after the submission", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        async (rounds) => {
          const guest = newGuest();
          const demandeId = await readyDraft(guest);
          const start = (await getDraft(guest, demandeId)).edition;
          const known = [start, start];
          let accepted = 2;
          let isFiled = false;
          for (const round of rounds) {
            const results = await Promise.all(round.map((each) => play(guest, demandeId, each, known)));
            const saves = results.filter((result) => result.kind === "saved");
            const wasFiled = isFiled;
            isFiled ||= results.some(({ kind }) => kind === "filed");
            expect(wasFiled ? saves : []).toEqual([]);
            // At one edition, one save wins.
            expect(new Set(saves.map(({ edition }) => edition)).size).toBe(saves.length);
            const last = saves.sort((a, b) => a.edition - b.edition).at(-1);
            if (last) accepted = last.typed;
            for (const { tab, edition } of saves) known[tab] = edition;
          }
          expect(await storedCopies(demandeId)).toBe(accepted);
          if (isFiled) expect(await openRevisions(demandeId)).toBe(0);
        },
      ),
      { numRuns: 30 },
    );
  }, 120_000);

  type Played = { kind: "saved"; tab: 0 | 1; typed: number; edition: number } | { kind: "filed" | "refused" };

  async function play(actor: Actor, demandeId: DemandeId, each: Act, known: readonly number[]): Promise<Played> {
    if (each.kind === "submit") {
      const result = await submitDemande(actor, { demandeId, revision: 1, robot: "passed" });
      return { kind: result.ok ? "filed" : "refused" };
    }
    const result = await saveCopies(actor, demandeId, known[each.tab] ?? 0, String(each.typed));
    if (result.ok) return { kind: "saved", tab: each.tab, typed: each.typed, edition: result.value.edition };
    expect(["stale", "not_editable"]).toContain(result.reason);
    return { kind: "refused" };
  }

  async function storedCopies(demandeId: DemandeId): Promise<unknown> {
    const [row] = await database()
      .select({ answers: demandeRevisions.answers })
      .from(demandeRevisions)
      .where(eq(demandeRevisions.demandeId, demandeId));
    return (row?.answers.act as { copies?: unknown } | undefined)?.copies;
  }

  async function openRevisions(demandeId: DemandeId): Promise<number> {
    return database().$count(
      demandeRevisions,
      and(eq(demandeRevisions.demandeId, demandeId), isNull(demandeRevisions.submittedAt)),
    );
  }

  it("never leaves two demandes waiting for each other", async () => {
    const guest = newGuest();
    const demandeId = await readyDraft(guest);
    const { edition } = await getDraft(guest, demandeId);
    const saves = Array.from({ length: 30 }, (_, i) => saveCopies(guest, demandeId, edition, String(i + 1)));
    const results = await Promise.all([...saves, submitDemande(guest, { demandeId, revision: 1, robot: "passed" })]);
    expect(results.slice(0, 30).filter(({ ok }) => ok).length).toBeLessThanOrEqual(1);
    expect(results.at(-1)?.ok).toBe(true);
    expect(await database().$count(demandes, eq(demandes.id, demandeId))).toBe(1);
  });
});
