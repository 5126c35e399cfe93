import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { demandeRevisions, demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { getVersion } from "@/lib/demarches/queries/get-version";
import { findPortal } from "@/lib/organisation/queries/find-portal";
import type { DemandeId } from "@/lib/shared/ids";
import { applicantName } from "../draft/applicant";
import { listCurrentFiles } from "../files/attached-files";
import { beneficiaryName } from "../draft/beneficiary";
import { recepisseDocument } from "../pdf/recepisse-document";
import { renderPdf } from "../pdf/render";
import { recepisseView } from "../filing/recepisse-view";
import { reachableBy } from "../access/scope";

export type RenderedFile = { name: string; bytes: Buffer };

/**
 * The récépissé of what was first filed, as tagged PDF. Throws NotFound for a draft, and for whoever may not read the
 * demande; and once it is anonymised. `demande`: its number, or its identifier (the worker, which joins it to an e-mail).
 */
export async function renderRecepisse(
  actor: Actor,
  demande: { number: string } | { demandeId: DemandeId },
): Promise<RenderedFile> {
  const wanted = "number" in demande ? eq(demandes.number, demande.number) : eq(demandes.id, demande.demandeId);
  const [row] = await database()
    .select({
      id: demandes.id,
      number: demandes.number,
      versionId: demandes.versionId,
      serviceId: demandes.serviceId,
      accountId: demandes.accountId,
      receivedAt: demandeRevisions.submittedAt,
      answers: demandeRevisions.answers,
      demarche: { title: demarches.title },
    })
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .innerJoin(demandeRevisions, and(eq(demandeRevisions.demandeId, demandes.id), eq(demandeRevisions.number, 1)))
    .where(and(wanted, reachableBy(actor), isNotNull(demandes.number), isNull(demandes.anonymisedAt)))
    .limit(1);
  if (!row?.number || !row.receivedAt) throw new NotFound();
  const view = await recepisseView(database(), {
    ...row,
    number: row.number,
    receivedAt: row.receivedAt,
    definition: (await getVersion(row.versionId)).definition,
    files: await listCurrentFiles(database(), row.id, 1),
    applicant: applicantName(row.answers),
    beneficiary: beneficiaryName(row.answers),
  });
  const { town, theme } = await findPortal();
  const document = recepisseDocument(view, { town, colour: theme.light.primary }, clock.now());
  return { name: `recepisse-${row.number}.pdf`, bytes: await renderPdf(document) };
}
