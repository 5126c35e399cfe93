import { and, eq } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import type { Actor } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import type {
  AccountId,
  AgentId,
  DemandeId,
  DemarcheId,
  DemarcheVersionId,
  RelationId,
  ServiceId,
} from "@/lib/shared/ids";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";
import { destination } from "../filing/destination";
import type { Judged } from "../policy";
import { openedByGuest, reachableBy } from "../access/scope";

/** A demande that nobody else can move until the transaction ends. It is what the policies judge (`Judged`). */
export type LockedDemande = Judged & {
  id: DemandeId;
  number: string | null;
  status: DemandeStatus;
  versionId: DemarcheVersionId;
  serviceId: ServiceId;
  accountId: AccountId | null;
  relationId: RelationId | null;
  agentId: AgentId | null;
  applicantName: string | null;
  beneficiaryName: string | null;
  contactCorrectedAt: Date | null;
  /** Last submitted revision; 0 while a draft. */
  revision: number;
  lockVersion: number;
  /** Wrapped data key of its files. */
  fileKey: string;
  submittedAt: Date | null;
  demarcheId: DemarcheId;
  demarche: { slug: string; title: string };
};

/**
 * Locks a demande for the transaction, within what the actor may reach; throws NotFound for what is absent and for what
 * is somebody else's alike. Whoever writes to a demande, its revisions or its files locks it first.
 */
export async function lockDemande(tx: Tx, actor: Actor, demandeId: DemandeId): Promise<LockedDemande> {
  const [row] = await tx
    .select({
      id: demandes.id,
      number: demandes.number,
      status: demandes.status,
      versionId: demandes.versionId,
      serviceId: destination,
      accountId: demandes.accountId,
      relationId: demandes.relationId,
      agentId: demandes.agentId,
      applicantName: demandes.applicantName,
      beneficiaryName: demandes.beneficiaryName,
      contactCorrectedAt: demandes.contactCorrectedAt,
      revision: demandes.revision,
      lockVersion: demandes.lockVersion,
      fileKey: demandes.fileKey,
      submittedAt: demandes.submittedAt,
      demarcheId: demandes.demarcheId,
      demarche: { slug: demarches.slug, title: demarches.title },
      isOpenedByGuest: openedByGuest(actor),
      claimedAt: demandes.claimedAt,
      anonymisedAt: demandes.anonymisedAt,
    })
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .where(and(eq(demandes.id, demandeId), reachableBy(actor)))
    .for("update", { of: demandes });
  if (!row) throw new NotFound();
  return row;
}
