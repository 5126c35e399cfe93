import { eq } from "drizzle-orm";
import { attach, bytesOf, filesOf, identityPath, storageKeyOf } from "@/db/test/attached-files";
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
import { demandes } from "@/db/schema/demandes";
import { blobDeletions, pendingBlobs } from "@/db/schema/platform";
import { walletFiles } from "@/db/schema/wallet";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { storage } from "@/lib/ports/storage";
import type { WalletDocumentId } from "@/lib/shared/ids";
import { addWalletDocument, removeWalletDocument } from "@/lib/wallet/commands/change-documents";
import { addWalletFile, removeWalletFile } from "@/lib/wallet/commands/change-files";
import { getWalletDocument, openWalletFile } from "@/lib/wallet/queries";
import { getDraft } from "../queries/find-draft";
import { attachFile, heaviestFile } from "./attach-file";
import { attachFromWallet } from "./attach-from-wallet";
import { declareOnPaper } from "./declare-on-paper";
import { removeAttachment } from "./remove-attachment";
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

const path = identityPath;

async function pieceOf(citizen: Citizen, files = 1): Promise<WalletDocumentId> {
  const input = {
    type: "identity_card",
    title: "Ma carte",
    relationId: null,
    validity: "unlimited",
    validUntil: null,
  } as const;
  const { documentId } = valueOf(await addWalletDocument(citizen, input));
  for (let i = 0; i < files; i += 1)
    valueOf(await addWalletFile(citizen, { documentId, file: sent(plainPdf, `face-${i}.pdf`) }));
  return documentId;
}

/** As if each file of the piece weighed so many megabytes. */
const weigh = (documentId: WalletDocumentId, megabytes: number) =>
  database()
    .update(walletFiles)
    .set({ size: megabytes * 1024 * 1024 })
    .where(eq(walletFiles.documentId, documentId));

describe("heaviestFile", () => {
  it("gives what a file may weigh to who may send one, and refuses everybody else as a file would be", async () => {
    const demandeId = await startedDraft(town.citizen);
    expect(await heaviestFile(town.citizen, { demandeId, path })).toEqual({ ok: true, value: 10 * 1024 * 1024 });
    expect(await heaviestFile(town.citizen, { demandeId, path: "act.nothing" })).toMatchObject({
      reason: "unknown_field",
    });
    for (const actor of [town.stranger, newGuest()])
      await expect(heaviestFile(actor, { demandeId, path })).rejects.toThrow("introuvable");
  });
});

describe("attachFile", () => {
  it("F97: keeps a file sealed, named by its row alone, and writes it in the journal", async () => {
    const demandeId = await startedDraft(town.citizen);
    const { attachmentId } = valueOf(await attach(town.citizen, demandeId));
    expect(await filesOf(town.citizen, demandeId)).toMatchObject([
      { id: attachmentId, name: "piece.pdf", origin: "device", scan: "clean", isFrozen: false },
    ]);
    const stored = Buffer.concat(await (await storage().get(await storageKeyOf(attachmentId))).toArray());
    expect(stored.includes("%PDF")).toBe(false);
    expect(await database().$count(pendingBlobs)).toBe(0);
    expect(await journalOf(attachmentId, "attachment.added")).toHaveLength(1);
    expect(await bytesOf(town.citizen, attachmentId)).toBe(copy);
  });

  it("takes four files, no fifth, even when they come at once", async () => {
    const demandeId = await startedDraft(town.citizen);
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, i) => attach(town.citizen, demandeId, `page-${i}.pdf`)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(4);
    expect(results.filter((result) => !result.ok && result.reason === "too_many_files")).toHaveLength(2);
    expect(await filesOf(town.citizen, demandeId)).toHaveLength(4);
  });

  it("keeps one of the same file sent several times: a double click, a lost answer", async () => {
    const demandeId = await startedDraft(town.citizen);
    const results = await Promise.all(Array.from({ length: 3 }, () => attach(town.citizen, demandeId)));
    expect(new Set(results.map((result) => valueOf(result).attachmentId)).size).toBe(1);
    expect(await filesOf(town.citizen, demandeId)).toHaveLength(1);
    const [first] = results;
    expect(await journalOf(first ? valueOf(first).attachmentId : "", "attachment.added")).toHaveLength(1);
  });

  it("refuses a field that takes no file, and a demande that is filed", async () => {
    const demandeId = await readyDraft(town.citizen);
    expect(await attachFile(town.citizen, { demandeId, path: "act.copies", file: sent(plainPdf) })).toEqual({
      ok: false,
      reason: "unknown_field",
    });
    valueOf(await submitDemande(town.citizen, { demandeId, revision: 1, robot: "not_needed" }));
    expect(await attach(town.citizen, demandeId)).toEqual({ ok: false, reason: "not_editable" });
  });

  it("does not know somebody else's draft", async () => {
    const demandeId = await startedDraft(town.citizen);
    for (const actor of [await addCitizen("intruse"), newGuest(), town.agent])
      await expect(attach(actor, demandeId)).rejects.toThrow("introuvable");
  });

  it("adds files to the answer for an agent of the service alone, while the demande is open", async () => {
    const { demandeId } = await submitted(town.citizen);
    const answer = { demandeId, path: "answer", file: sent(plainPdf, "reponse.pdf") };
    for (const actor of [town.citizen, town.stranger, town.admin])
      await expect(attachFile(actor, answer)).rejects.toThrow("introuvable");
    valueOf(await attachFile(town.agent, answer));
    await database().update(demandes).set({ status: "rejected" }).where(eq(demandes.id, demandeId));
    expect(await attachFile(town.agent, answer)).toEqual({ ok: false, reason: "not_editable" });
  });
});

/** Of the document, as the form asks it. */
const label = "Pièce d’identité";

describe("removeAttachment and declareOnPaper", () => {
  it("erases what was only in the form", async () => {
    const demandeId = await startedDraft(town.citizen);
    const { attachmentId } = valueOf(await attach(town.citizen, demandeId));
    const storageKey = await storageKeyOf(attachmentId);
    const { name } = (await filesOf(town.citizen, demandeId))[0] ?? {};
    const removed = valueOf(await removeAttachment(town.citizen, { demandeId, attachmentId }));
    expect(removed).toEqual({ name, path, title: label });
    expect(await filesOf(town.citizen, demandeId)).toEqual([]);
    expect(await database().$count(blobDeletions, eq(blobDeletions.storageKey, storageKey))).toBe(1);
    expect(await journalOf(attachmentId, "attachment.removed")).toHaveLength(1);
  });

  it("does not know a file of somebody else, nor of another demande", async () => {
    const [mine, other] = [await startedDraft(town.citizen), await startedDraft(await addCitizen("proche"))];
    const { attachmentId } = valueOf(await attach(town.citizen, mine));
    await expect(removeAttachment(await addCitizen("rivale"), { demandeId: mine, attachmentId })).rejects.toThrow(
      "introuvable",
    );
    const second = await startedDraft(town.citizen);
    await expect(removeAttachment(town.citizen, { demandeId: second, attachmentId })).rejects.toThrow("introuvable");
    await expect(removeAttachment(town.citizen, { demandeId: other, attachmentId })).rejects.toThrow("introuvable");
  });

  it("F43: lets one submit with a document declared on paper, until a file replaces it", async () => {
    const demandeId = await readyDraft(town.citizen);
    const [file] = await filesOf(town.citizen, demandeId);
    if (!file) throw new Error("no file");
    valueOf(await removeAttachment(town.citizen, { demandeId, attachmentId: file.id }));
    expect(valueOf(await declareOnPaper(town.citizen, { demandeId, path, onPaper: true })).title).toBe(label);
    expect((await getDraft(town.citizen, demandeId)).answers).toMatchObject({ act: { identity: { onPaper: true } } });
    valueOf(await attach(town.citizen, demandeId));
    expect((await getDraft(town.citizen, demandeId)).answers.act).toEqual({ copies: 2 });
    expect(await declareOnPaper(town.citizen, { demandeId, path: "act.copies", onPaper: true })).toEqual({
      ok: false,
      reason: "unknown_field",
    });
    await expect(declareOnPaper(await addCitizen("tierce"), { demandeId, path, onPaper: true })).rejects.toThrow(
      "introuvable",
    );
  });
});

describe("attachFromWallet", () => {
  it("F135 T7: copies the piece, and keeps the copy when the piece goes", async () => {
    const citizen = await addCitizen("rangee");
    const documentId = await pieceOf(citizen, 2);
    const demandeId = await startedDraft(citizen);
    expect(valueOf(await attachFromWallet(citizen, { demandeId, path, documentId }))).toEqual({
      ...{ count: 2, title: label },
      piece: expect.any(String) as string,
    });
    valueOf(await removeWalletDocument(citizen, { documentId }));
    const files = await filesOf(citizen, demandeId);
    expect(files.map(({ name, origin }) => `${origin} ${name}`)).toEqual(["wallet face-0.pdf", "wallet face-1.pdf"]);
    for (const { id } of files) expect(await bytesOf(citizen, id)).toBe(copy);
  });

  it("judges a kept file by what the portal took when it came, not by what it weighs now", async () => {
    const citizen = await addCitizen("ancienne");
    const documentId = await pieceOf(citizen);
    await weigh(documentId, 12);
    const input = { demandeId: await startedDraft(citizen), path, documentId };
    expect(valueOf(await attachFromWallet(citizen, input))).toMatchObject({ count: 1 });
  });

  it("does not know somebody else's piece, nor a person without account", async () => {
    const [owner, thief] = [await addCitizen("ordonnee"), await addCitizen("voleuse")];
    const documentId = await pieceOf(owner);
    await expect(attachFromWallet(thief, { demandeId: await startedDraft(thief), path, documentId })).rejects.toThrow(
      "introuvable",
    );
    const guest = newGuest();
    await expect(attachFromWallet(guest, { demandeId: await startedDraft(guest), path, documentId })).rejects.toThrow(
      "introuvable",
    );
    await expect(getWalletDocument(thief, documentId)).rejects.toThrow("introuvable");
  });

  it("refuses a piece without file, and more files than the document takes", async () => {
    const citizen = await addCitizen("pressee");
    const demandeId = await startedDraft(citizen);
    expect(await attachFromWallet(citizen, { demandeId, path, documentId: await pieceOf(citizen, 0) })).toEqual({
      ok: false,
      reason: "no_file",
    });
    for (let i = 0; i < 3; i += 1) valueOf(await attach(citizen, demandeId, `page-${i}.pdf`));
    expect(await attachFromWallet(citizen, { demandeId, path, documentId: await pieceOf(citizen, 2) })).toEqual({
      ok: false,
      reason: "too_many_files",
      details: { most: "4" },
    });
  });
});

describe("the files of the wallet", () => {
  it("are read and removed by their owner alone", async () => {
    const [owner, other] = [await addCitizen("proprietaire"), await addCitizen("passante")];
    const documentId = await pieceOf(owner, 1);
    const [file] = (await getWalletDocument(owner, documentId)).files;
    if (!file) throw new Error("no file");
    const opened = await openWalletFile(owner, file.id);
    expect(Buffer.concat(await opened.body.toArray()).toString()).toBe(copy);
    await expect(openWalletFile(other, file.id)).rejects.toThrow("introuvable");
    await expect(removeWalletFile(other, { documentId, fileId: file.id })).rejects.toThrow("introuvable");
    expect(valueOf(await removeWalletFile(owner, { documentId, fileId: file.id })).name).toBe(file.name);
    expect((await getWalletDocument(owner, documentId)).files).toEqual([]);
  });

  it("F111: are four a piece, and 200 Mo in all", async () => {
    const citizen = await addCitizen("comblee");
    const documentId = await pieceOf(citizen, 4);
    expect(await addWalletFile(citizen, { documentId, file: sent(plainPdf) })).toEqual({
      ok: false,
      reason: "too_many_files",
      details: { most: "4" },
    });
    await weigh(documentId, 60);
    expect(await addWalletFile(citizen, { documentId: await pieceOf(citizen, 0), file: sent(plainPdf) })).toEqual({
      ok: false,
      reason: "wallet_full",
    });
  });
});
