import { eq } from "drizzle-orm";
import { attachments, correctionItems, demandeEvents, demandeGuests, type demandes } from "@/db/schema/demandes";
import { addFile, addRevision, buildTown, fileDemande } from "@/db/test/filed-demande";
import type { Anonymous } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { newId, type AccountId, type DemandeId, type GuestHash, type SessionId } from "@/lib/shared/ids";
import { demandeStatuses, type DemandeStatus } from "@/lib/vocabulary/demande-status";
import { canHavePdf } from "../status";
import { rejectDemande } from "../commands/reject-demande";
import { getDemandeForAgent } from "./get-demande-for-agent";
import { renderDemande } from "./render-demande";
import { renderRecepisse } from "./render-recepisse";

let town: Awaited<ReturnType<typeof buildTown>>;
beforeAll(async () => void (town = await buildTown()));
afterAll(() => database().$client.end());

let count = 0;
/** Filed with a number that reads: `findDemande` forgives typing, so it checks the last character. */
async function file(status: DemandeStatus, extra: Partial<typeof demandes.$inferInsert> = {}) {
  const { makeNumber } = await import("../rules/number");
  count += 1;
  const number = makeNumber(2026, new Uint8Array([1, 2, 3, 4, 5, count >> 5, count & 31]));
  const { id } = await fileDemande(town, status, { number, ...extra });
  return { id, number };
}

const event = (demandeId: DemandeId, revision: number, actor: "agent" | "citizen" = "agent") =>
  database()
    .insert(demandeEvents)
    .values({ demandeId, at: new Date(), actor, fromStatus: "pending", toStatus: "in_progress", revision });

const isPdf = (bytes: Buffer) => bytes.subarray(0, 5).toString() === "%PDF-";

it("tells the agent who decided that the last act is theirs, and their colleague that it is not", async () => {
  const { id, number } = await file("in_progress");
  const decided = await rejectDemande(town.agent, { demandeId: id, lockVersion: 0, reason: "Pièce illisible." });
  expect(decided).toMatchObject({ ok: true });
  expect((await getDemandeForAgent(town.agent, number)).history[0]).toMatchObject({ to: "rejected", isReaders: true });
  expect((await getDemandeForAgent(town.colleague, number)).history[0]).toMatchObject({ isReaders: false });
});

describe("the récépissé", () => {
  it("is given to its owner, a guest who opened its link, its agents and the worker", async () => {
    const { id, number } = await file("pending");
    expect(isPdf((await renderRecepisse(town.citizen, { number })).bytes)).toBe(true);
    expect((await renderRecepisse(town.agent, { number })).name).toBe(`recepisse-${number}.pdf`);
    expect(isPdf((await renderRecepisse({ kind: "system", job: "mail" }, { demandeId: id })).bytes)).toBe(true);

    const guest = "a".repeat(64) as GuestHash;
    const visitor: Anonymous = { kind: "anonymous", guest };
    const free = await file("pending", { accountId: null });
    await database()
      .insert(demandeGuests)
      .values({
        demandeId: free.id,
        guestHash: guest,
        createdAt: new Date(),
        expiresAt: new Date(Date.now() + 60_000),
      });
    expect(isPdf((await renderRecepisse(visitor, { number: free.number })).bytes)).toBe(true);
    await expect(renderRecepisse(visitor, { number })).rejects.toThrow("introuvable");
  });

  it("is absent for another citizen, an agent of another service, a visitor, and for a draft", async () => {
    const { number } = await file("pending");
    const neighbour = { ...town.citizen, accountId: newId<AccountId>(), sessionId: newId<SessionId>() };
    for (const actor of [neighbour, town.stranger, { kind: "anonymous", guest: null } as const])
      await expect(renderRecepisse(actor, { number })).rejects.toThrow("introuvable");
    const draft = await fileDemande(town, "draft");
    await expect(renderRecepisse(town.citizen, { demandeId: draft.id })).rejects.toThrow("introuvable");
  });
});

describe("the demande as PDF", () => {
  it.each(demandeStatuses.filter((status) => status !== "draft"))(
    "F49: is given to its owner in the six states alone, to its agents always: %s",
    async (status) => {
      const { number } = await file(status);
      if (canHavePdf(status)) expect(isPdf((await renderDemande(town.citizen, number)).bytes)).toBe(true);
      else await expect(renderDemande(town.citizen, number)).rejects.toThrow("introuvable");
      expect((await renderDemande(town.agent, number)).name).toBe(`demande-${number}.pdf`);
      await expect(renderDemande(town.stranger, number)).rejects.toThrow("introuvable");
    },
  );
});

describe("a demande, for its agents", () => {
  it("speaks of the applicant, and puts the documents apart", async () => {
    const { number } = await file("pending");
    const demande = await getDemandeForAgent(town.agent, number);
    expect(demande.sections.map(({ title }) => title)).toEqual(["Le demandeur", "L’acte"]);
    expect(demande.flaggable.flatMap(({ rows }) => rows.map(({ path }) => path))).toContain("act.identity");
    expect(demande.sections.flatMap(({ rows }) => rows.map(({ path }) => path))).not.toContain("act.identity");
    expect(demande.documents).toMatchObject([
      { path: "act.identity", isOnPaper: false, files: [{ name: "fichier.pdf" }] },
    ]);
    expect(demande.changes).toEqual([]);
  });

  it("is read by an administrator who may decide nothing, and absent for an agent of another service", async () => {
    const { number } = await file("pending");
    const { can } = await getDemandeForAgent({ ...town.stranger, kind: "admin" }, number);
    expect(can).toMatchObject({ instruct: false, moves: [] });
    await expect(getDemandeForAgent(town.stranger, number)).rejects.toThrow("introuvable");
  });

  it("is late when its delay is over and the service is expected to act", async () => {
    const past = { dueAt: new Date("2026-01-01T00:00:00Z") };
    expect((await getDemandeForAgent(town.agent, (await file("pending", past)).number)).isLate).toBe(true);
    expect((await getDemandeForAgent(town.agent, (await file("incomplete", past)).number)).isLate).toBe(false);
    expect((await getDemandeForAgent(town.agent, (await file("pending")).number)).isLate).toBe(false);
  });

  it("X4: shows what changed since an agent last acted, a file replaced under the same name included", async () => {
    const { id, number } = await file("rectified", { revision: 2 });
    await event(id, 1);
    await database()
      .insert(correctionItems)
      .values({ demandeId: id, revision: 1, fieldPath: "act.copies", reason: "incorrect" });
    const applicant = { firstName: "Camille", lastName: "Exemple", email: "camille@example.org" };
    await addRevision(id, 2, { applicant, act: { copies: 1 } });
    await event(id, 2, "citizen");
    await database().update(attachments).set({ removedIn: 2 }).where(eq(attachments.demandeId, id));
    await addFile(id, "act.identity", { addedIn: 2 });

    const { changes, documents } = await getDemandeForAgent(town.agent, number);
    expect(changes.map(({ path, before, after }) => ({ path, before, after }))).toEqual([
      { path: "act.copies", before: ["2"], after: ["1"] },
      { path: "act.identity", before: ["fichier.pdf"], after: ["fichier.pdf (nouveau fichier)"] },
    ]);
    expect(documents).toMatchObject([{ path: "act.identity", isChanged: true }]);

    await event(id, 2);
    expect((await getDemandeForAgent(town.agent, number)).changes).toEqual([]);
  });
});
