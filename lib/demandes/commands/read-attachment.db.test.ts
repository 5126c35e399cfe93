import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import { attach, bytesOf, filesOf, storageKeyOf } from "@/db/test/attached-files";
import {
  addCitizen,
  journalOf,
  newGuest,
  readyDraft,
  startedDraft,
  submitted,
  valueOf,
} from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { keptOf, plainPdf, sent } from "@/db/test/sample-files";
import { attachments } from "@/db/schema/demandes";
import { database } from "@/lib/kernel/database";
import { storage } from "@/lib/ports/storage";
import type { AttachmentId } from "@/lib/shared/ids";
import { attachFile } from "./attach-file";
import { readAttachment } from "./read-attachment";
import { submitDemande } from "./submit-demande";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

let town: Town;
/** What is kept of the sample, whoever reads it. */
let copy: string;
beforeAll(async () => {
  town = await buildTown();
  copy = await keptOf(plainPdf);
});

const setScan = (id: AttachmentId, scan: "pending" | "infected" | "clean") =>
  database().update(attachments).set({ scan }).where(eq(attachments.id, id));

describe("readAttachment", () => {
  it("gives agents what was filed and cleared, never what is still in a form", async () => {
    const demandeId = await readyDraft(town.citizen);
    const [file] = await filesOf(town.citizen, demandeId);
    if (!file) throw new Error("no file");
    await expect(readAttachment(town.agent, { attachmentId: file.id })).rejects.toThrow("introuvable");
    valueOf(await submitDemande(town.citizen, { demandeId, revision: 1, robot: "not_needed" }));
    expect(await bytesOf(town.agent, file.id)).toBe(copy);
    expect(await bytesOf(town.admin, file.id)).toBe(copy);
    expect((await journalOf(file.id, "attachment.read")).map(({ actorKind }) => actorKind)).toEqual(["agent", "admin"]);
    for (const actor of [town.stranger, await addCitizen("indiscrete"), newGuest()])
      await expect(readAttachment(actor, { attachmentId: file.id })).rejects.toThrow("introuvable");
  });

  it.each(["pending", "infected"] as const)("never gives an agent a file that is %s", async (scan) => {
    const { demandeId } = await submitted(town.citizen);
    const [file] = await database()
      .select({ id: attachments.id })
      .from(attachments)
      .where(eq(attachments.demandeId, demandeId));
    if (!file) throw new Error("no file");
    await setScan(file.id, scan);
    await expect(readAttachment(town.agent, { attachmentId: file.id })).rejects.toThrow("introuvable");
    if (scan === "infected")
      await expect(readAttachment(town.citizen, { attachmentId: file.id })).rejects.toThrow("introuvable");
    else expect(await bytesOf(town.citizen, file.id)).toBe(copy);
  });

  it("gives the owner the answer once it is given, not while it is prepared", async () => {
    const { demandeId } = await submitted(town.citizen);
    const { attachmentId } = valueOf(await attachFile(town.agent, { demandeId, path: "answer", file: sent(plainPdf) }));
    await expect(readAttachment(town.citizen, { attachmentId })).rejects.toThrow("introuvable");
    expect(await bytesOf(town.agent, attachmentId)).toBe(copy);
    await database().update(attachments).set({ isFrozen: true }).where(eq(attachments.id, attachmentId));
    expect(await bytesOf(town.citizen, attachmentId)).toBe(copy);
  });

  it("fails rather than give bytes that were altered", async () => {
    const demandeId = await startedDraft(town.citizen);
    const [one, two] = [
      valueOf(await attach(town.citizen, demandeId)),
      valueOf(await attach(town.citizen, demandeId, "autre.pdf")),
    ];
    const key = await storageKeyOf(one.attachmentId);
    const sealed = Buffer.concat(await (await storage().get(key)).toArray());
    sealed[sealed.length - 20] = (sealed.at(-20) ?? 0) ^ 1;
    await storage().delete(key);
    await storage().put(key, Readable.from([sealed]), { maxBytes: sealed.length });
    await expect(bytesOf(town.citizen, one.attachmentId)).rejects.toThrow("sealed");
    expect(await bytesOf(town.citizen, two.attachmentId)).toBe(copy);
  });
});
