import { and, eq, inArray } from "drizzle-orm";
import { demandeRevisions, demandes } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { getVersion } from "@/lib/demarches/queries/get-version";
import { diffAnswers, type Change } from "@/lib/demarches/summary";
import type { DemandeId } from "@/lib/shared/ids";
import { inRevision, listFiles } from "../files/attached-files";
import { readingContext } from "../draft/form-context";
import { reachableBy } from "../access/scope";

/** What differs between two submitted revisions, files included. Empty for what is absent or somebody else's. */
export async function listChanges(actor: Actor, demandeId: DemandeId, from: number, to: number): Promise<Change[]> {
  const rows = await database()
    .select({
      number: demandeRevisions.number,
      submittedAt: demandeRevisions.submittedAt,
      answers: demandeRevisions.answers,
      versionId: demandes.versionId,
      accountId: demandes.accountId,
      beneficiaryName: demandes.beneficiaryName,
    })
    .from(demandeRevisions)
    .innerJoin(demandes, eq(demandes.id, demandeRevisions.demandeId))
    .where(
      and(eq(demandeRevisions.demandeId, demandeId), inArray(demandeRevisions.number, [from, to]), reachableBy(actor)),
    );
  const submitted = rows.filter(({ submittedAt }) => submittedAt !== null);
  const before = submitted.find(({ number }) => number === from);
  const after = submitted.find(({ number }) => number === to);
  if (!before || !after) return [];
  const [{ definition }, oldFiles, newFiles] = await Promise.all([
    getVersion(after.versionId),
    listFiles(database(), inRevision(demandeId, from)),
    listFiles(database(), inRevision(demandeId, to)),
  ]);
  const isClean = ({ scan }: { scan: string }) => scan === "clean";
  return diffAnswers(
    definition,
    { answers: before.answers, files: oldFiles.filter(isClean) },
    { answers: after.answers, files: newFiles.filter(isClean) },
    readingContext(after, after.answers),
  );
}
