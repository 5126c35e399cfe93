import { eq } from "drizzle-orm";
import { addCitizen, journalOf, submitted, valueOf } from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { plainPdf, sent } from "@/db/test/sample-files";
import { attachments, correctionItems, demandeRevisions, demandes } from "@/db/schema/demandes";
import { database } from "@/lib/kernel/database";
import type { DemandeId } from "@/lib/shared/ids";
import { findDemande, findDemandeById } from "../queries/find-demande";
import { getDraft } from "../queries/find-draft";
import { listChanges } from "../queries/list-changes";
import { attachFile } from "./attach-file";
import { discardRevision, openRevision } from "./open-revision";
import { removeAttachment } from "./remove-attachment";
import { saveField } from "./save-field";
import { saveStep } from "./save-step";
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

/** As an agent would: the demande is incomplete for these paths. */
async function declareIncomplete(demandeId: DemandeId, ...paths: string[]) {
  await database().update(demandes).set({ status: "incomplete" }).where(eq(demandes.id, demandeId));
  const { revision } = await rowOf(demandeId);
  await database()
    .insert(correctionItems)
    .values(paths.map((fieldPath) => ({ demandeId, revision, fieldPath, reason: "incorrect" as const })));
}

describe("a change while it waits", () => {
  it("stays pending with a new revision, whose difference is told", async () => {
    const { demandeId, number } = await submitted(town.citizen);
    valueOf(await openRevision(town.citizen, { demandeId }));
    const draft = await getDraft(town.citizen, demandeId);
    expect(draft).toMatchObject({ mode: "change", revision: 2, number, openPaths: null });
    valueOf(
      await saveField(town.citizen, {
        demandeId,
        edition: draft.edition,
        path: "act.copies",
        value: { "act.copies": "5" },
      }),
    );
    expect(valueOf(await submitDemande(town.citizen, submit(demandeId, 2))).number).toBe(number);
    expect(await rowOf(demandeId)).toMatchObject({ status: "pending", revision: 2 });
    expect(await listChanges(town.agent, demandeId, 1, 2)).toMatchObject([
      { path: "act.copies", before: ["2"], after: ["5"] },
    ]);
    expect(await journalOf(demandeId, "demande.revised")).toHaveLength(1);
  });

  it("is refused when nothing changed, and may be given up", async () => {
    const { demandeId } = await submitted(town.citizen);
    valueOf(await openRevision(town.citizen, { demandeId }));
    expect(await submitDemande(town.citizen, submit(demandeId, 2))).toEqual({ ok: false, reason: "nothing_changed" });
    valueOf(await discardRevision(town.citizen, { demandeId }));
    expect((await findDemandeById(town.citizen, demandeId))?.hasOpenRevision).toBe(false);
    expect(await discardRevision(town.citizen, { demandeId })).toEqual({ ok: false, reason: "not_editable" });
  });

  it("is dropped with its files when an agent takes charge, and what was filed comes back whole", async () => {
    const { demandeId } = await submitted(town.citizen);
    valueOf(await openRevision(town.citizen, { demandeId }));
    const [frozen] = (await getDraft(town.citizen, demandeId)).attachments;
    if (!frozen) throw new Error("no file");
    valueOf(await removeAttachment(town.citizen, { demandeId, attachmentId: frozen.id }));
    valueOf(await attachFile(town.citizen, { demandeId, path: "act.identity", file: sent(plainPdf, "nouvelle.pdf") }));
    await takeCharge(town.agent, { demandeId, lockVersion: (await rowOf(demandeId)).lockVersion });
    expect(await submitDemande(town.citizen, submit(demandeId, 2))).toEqual({ ok: false, reason: "not_editable" });
    expect((await findDemandeById(town.agent, demandeId))?.attachments.map(({ id }) => id)).toEqual([frozen.id]);
    expect(await database().$count(demandeRevisions, eq(demandeRevisions.demandeId, demandeId))).toBe(1);
    expect(await openRevision(town.citizen, { demandeId })).toEqual({ ok: false, reason: "not_editable" });
  });
});

describe("a correction", () => {
  it("changes only what the service named, whatever is posted, and is « rectifié »", async () => {
    const { demandeId } = await submitted(town.citizen);
    await declareIncomplete(demandeId, "act.copies");
    valueOf(await openRevision(town.citizen, { demandeId }));
    const { edition, openPaths } = await getDraft(town.citizen, demandeId);
    expect(openPaths).toEqual(["act.copies"]);
    const step = { demandeId, mode: "continue", part: "fields" } as const;
    const first = valueOf(
      await saveStep(town.citizen, { ...step, step: "informations", edition, raw: { "applicant.lastName": "Pirate" } }),
    );
    valueOf(
      await saveStep(town.citizen, { ...step, step: "demande", edition: first.edition, raw: { "act.copies": "9" } }),
    );
    const [file] = (await getDraft(town.citizen, demandeId)).attachments;
    if (!file) throw new Error("no file");
    expect(await removeAttachment(town.citizen, { demandeId, attachmentId: file.id })).toEqual({
      ok: false,
      reason: "not_flagged",
    });
    expect(await attachFile(town.citizen, { demandeId, path: "act.identity", file: sent(plainPdf) })).toEqual({
      ok: false,
      reason: "not_flagged",
    });
    expect(
      await saveField(town.citizen, {
        demandeId,
        edition: first.edition + 1,
        path: "applicant.lastName",
        value: { "applicant.lastName": "Pirate" },
      }),
    ).toEqual({ ok: false, reason: "not_flagged" });
    valueOf(await submitDemande(town.citizen, submit(demandeId, 2)));
    const view = await findDemandeById(town.agent, demandeId);
    expect(view).toMatchObject({
      status: "rectified",
      revision: 2,
      answers: { applicant: { lastName: "Exemple" }, act: { copies: 9 } },
    });
    expect(await journalOf(demandeId, "demande.corrected")).toHaveLength(1);
  });

  it("replaces a document that was named, and keeps the former one for the former revision (T7)", async () => {
    const { demandeId } = await submitted(town.citizen);
    await declareIncomplete(demandeId, "act.identity");
    valueOf(await openRevision(town.citizen, { demandeId }));
    const [old] = (await getDraft(town.citizen, demandeId)).attachments;
    if (!old) throw new Error("no file");
    valueOf(await removeAttachment(town.citizen, { demandeId, attachmentId: old.id }));
    valueOf(await attachFile(town.citizen, { demandeId, path: "act.identity", file: sent(plainPdf, "recto.pdf") }));
    valueOf(await submitDemande(town.citizen, submit(demandeId, 2)));
    expect((await findDemandeById(town.agent, demandeId))?.attachments.map(({ name }) => name)).toEqual(["recto.pdf"]);
    expect(await listChanges(town.agent, demandeId, 1, 2)).toMatchObject([{ path: "act.identity" }]);
    expect(await database().$count(attachments, eq(attachments.demandeId, demandeId))).toBe(2);
  });
});

describe("withdrawDemande", () => {
  it("F94: cancels, says by whom, and tells the owner", async () => {
    const { demandeId, number } = await submitted(town.citizen);
    expect(valueOf(await withdrawDemande(town.citizen, { demandeId, reason: "Je déménage." }))).toEqual({ number });
    expect(await findDemande(town.citizen, number)).toMatchObject({
      status: "cancelled",
      statusSentence: "Vous avez annulé votre demande.",
      statusReason: "Je déménage.",
      can: { withdraw: false },
    });
    expect(await journalOf(demandeId, "demande.withdrawn")).toHaveLength(1);
  });

  it("does not know somebody else's demande, and refuses one that is decided", async () => {
    const { demandeId } = await submitted(town.citizen);
    await expect(withdrawDemande(await addCitizen("autre"), { demandeId, reason: "" })).rejects.toThrow("introuvable");
    await expect(withdrawDemande(town.agent, { demandeId, reason: "" })).rejects.toThrow("introuvable");
    await database().update(demandes).set({ status: "complete" }).where(eq(demandes.id, demandeId));
    expect(await withdrawDemande(town.citizen, { demandeId, reason: "" })).toEqual({
      ok: false,
      reason: "already_decided",
    });
  });
});
