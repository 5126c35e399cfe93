import { and, eq, ne } from "drizzle-orm";
import { attachments, demandeEvents, demandeGuests, demandeRevisions, demandes } from "@/db/schema/demandes";
import type { Tx } from "@/lib/kernel/database";
import type { Work } from "@/lib/kernel/transact";
import type { Answers, DemarcheDefinition } from "@/lib/demarches/form";
import { newId, type AttachmentId, type DemandeId, type RelationId } from "@/lib/shared/ids";
import type { Acknowledged } from "./acknowledge";
import { inRevision } from "../files/attached-files";
import { countingFiled } from "../rules/delays";
import { moveHoldings, type Taken } from "../moves/holdings";
import type { LockedDemande } from "../moves/lock-demande";
import type { Share } from "./recipients";
import { filedColumns, freeNumber } from "./submission";

/** The demande filed for the first service, and what its twins share with it. */
export type Original = {
  demande: LockedDemande;
  definition: DemarcheDefinition;
  relationId: RelationId | null;
  filingId: string;
  at: Date;
  files: Acknowledged["files"];
  taken?: Taken;
  applicant: string | null;
  beneficiary: string | null;
};

/**
 * The demande of another service chosen in the same filing (decision 033): its own number, history, delay and life from then on; the
 * same files, which no row changes once filed, under the same key. In the transaction that files the first one.
 */
export async function fileTwin(
  { tx, record }: Pick<Work, "tx" | "record">,
  original: Original,
  { serviceId, answers }: Share,
): Promise<Acknowledged> {
  const { demande, definition, applicant, beneficiary, at } = original;
  const twin = { id: newId<DemandeId>(), number: await freeNumber(tx, at), serviceId, revision: 1 };
  const filed = { definition, answers, applicant, beneficiary, at, submittedAt: null, counting: countingFiled(at) };
  await insert(tx, original, { ...filedColumns({ ...filed, ...twin }), ...twin });
  await moveHoldings(tx, demande, "pending", original.taken);
  await fillHistory(tx, twin.id, answers, at);
  await shareFiles(tx, demande.id, twin.id);
  await openWhereOpened(tx, demande.id, twin.id);
  await record("demande.submitted", twin.id, { revision: 1, files: original.files.length });
  return {
    ...demande,
    ...twin,
    definition,
    answers,
    files: original.files,
    applicant,
    beneficiary,
    receivedAt: at,
    counting: countingFiled(at),
  };
}

type Columns = Pick<typeof demandes.$inferInsert, "id" | "number" | "serviceId" | "revision">;

async function insert(tx: Tx, { demande, relationId, filingId, at }: Original, columns: Columns): Promise<void> {
  const { demarcheId, versionId, accountId, fileKey } = demande;
  await tx.insert(demandes).values({
    demarcheId,
    versionId,
    accountId,
    fileKey,
    relationId,
    filingId,
    status: "pending",
    lockVersion: 1,
    createdAt: at,
    updatedAt: at,
    ...columns,
  });
}

async function fillHistory(tx: Tx, demandeId: DemandeId, answers: Answers, at: Date): Promise<void> {
  const revision = { demandeId, number: 1, answers, createdAt: at, updatedAt: at, submittedAt: at };
  await tx.insert(demandeRevisions).values(revision);
  const step = { fromStatus: "draft", toStatus: "pending", revision: 1 } as const;
  await tx.insert(demandeEvents).values({ demandeId, at, actor: "citizen", ...step });
}

/** Sealed bytes that several demandes share, named by a row of each: the worker erases them once no row does (`isFileNamed`). */
async function shareFiles(tx: Tx, from: DemandeId, to: DemandeId): Promise<void> {
  const rows = await tx
    .select()
    .from(attachments)
    .where(and(inRevision(from, 1), ne(attachments.scan, "infected")));
  if (rows.length === 0) return;
  const copies = rows.map((row) => ({ ...row, id: newId<AttachmentId>(), demandeId: to, isFrozen: true }));
  await tx.insert(attachments).values(copies);
}

/** Without account: the devices that opened the draft open what it became. */
async function openWhereOpened(tx: Tx, from: DemandeId, to: DemandeId): Promise<void> {
  const rows = await tx.select().from(demandeGuests).where(eq(demandeGuests.demandeId, from));
  if (rows.length > 0) await tx.insert(demandeGuests).values(rows.map((row) => ({ ...row, demandeId: to })));
}
