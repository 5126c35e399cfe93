import { and, eq } from "drizzle-orm";
import { correctionItems } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import { transact } from "@/lib/kernel/transact";
import { getVersion } from "@/lib/demarches/queries/get-version";
import { done, refuse, type Result } from "@/lib/shared/result";
import type { FactsOf } from "@/lib/letters/kinds";
import { announce } from "../moves/announce";
import { correctable } from "../revision/correction";
import { readingContext } from "../draft/form-context";
import { judgeMove, lockToJudge, type Decided, type JudgedDemande, type MoveRefusal } from "../moves/judge-move";
import { moveTo } from "../moves/move-to";
import { submittedAnswersOf } from "../revision/open-revision";
import type { CorrectionItem, DeclareIncomplete } from "../schema/agent";

export type IncompleteRefusal = MoveRefusal | "nothing_flagged" | "unknown_field";

/**
 * Sends a demande back with the exact fields and documents that are wrong (X4): its owner corrects only those.
 * « unknown_field »: one of them is not asked by this demande. Returns its number.
 */
export async function declareIncomplete(
  actor: Actor,
  input: DeclareIncomplete,
): Promise<Result<Decided, IncompleteRefusal>> {
  return transact(actor, async ({ tx, record }) => {
    const demande = await lockToJudge(tx, actor, input);
    const refusal = judgeMove(demande, "incomplete", input.lockVersion);
    if (refusal) return refuse(refusal);
    if (input.items.length === 0) return refuse("nothing_flagged");
    const items = await nameItems(tx, demande, input.items);
    if (!items) return refuse("unknown_field");

    await writeItems(tx, demande, input.items);
    await moveTo(tx, actor, demande, "incomplete", { reason: input.reason, set: { agentId: demande.judgedBy } });
    await record("demande.declared_incomplete", demande.id, { items: items.length });
    await announce(tx, demande, "demande.incomplete", (about) => ({ ...about, reason: input.reason, items }));
    return done({ number: demande.number });
  });
}

/** The items with their labels; null when one is no field that this demande shows. */
async function nameItems(
  tx: Tx,
  demande: JudgedDemande,
  items: readonly CorrectionItem[],
): Promise<FactsOf<"demande.incomplete">["items"] | null> {
  const { definition } = await getVersion(demande.versionId, tx);
  const answers = await submittedAnswersOf(tx, demande.id, demande.revision);
  const sections = correctable(definition, answers, [], readingContext(demande, answers));
  const labels = new Map(
    sections.flatMap(({ rows }) => rows.map(({ path, label, item }) => [path, item ? `${label} (${item})` : label])),
  );
  const named = items.flatMap(({ fieldPath, reason, comment }) => {
    const label = labels.get(fieldPath);
    return label === undefined ? [] : [{ label, reason, comment }];
  });
  return named.length === items.length ? named : null;
}

/** A demande found complete, then sent back again, has the same revision: the last list replaces the first. */
async function writeItems(tx: Tx, { id, revision }: JudgedDemande, items: readonly CorrectionItem[]): Promise<void> {
  await tx
    .delete(correctionItems)
    .where(and(eq(correctionItems.demandeId, id), eq(correctionItems.revision, revision)));
  const unique = new Map(items.map((item) => [item.fieldPath, item]));
  await tx.insert(correctionItems).values([...unique.values()].map((item) => ({ ...item, demandeId: id, revision })));
}
