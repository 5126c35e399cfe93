import { and, eq } from "drizzle-orm";
import { demarches, demarcheVersions } from "@/db/schema/demarches";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { newId, type DemarcheId, type DemarcheVersionId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import type { DemarcheDefinition } from "../form";
import { readStored, toStored } from "../formats/read-stored";
import { definitionShape } from "../shape/definition";
import { publishDemarcheSchema } from "../schema";
import { addVersion, draftNumber, problemsOf } from "./add-version";

/**
 * A form that is being prepared beside the one that is published (decision 043): one a démarche, which no citizen is ever served.
 * `edition`: the one that was read, 0 where there was no draft; whoever comes second is told, nothing is overwritten.
 */
type DraftOf = { slug: string; edition: number };

/** Keeps a draft of the next version. For administrators. Refuses what has not the shape of a form: `details` says where. */
export async function saveDraftVersion(
  actor: Actor,
  { slug, edition, definition }: DraftOf & { definition: DemarcheDefinition },
): Promise<Result<{ edition: number }, "invalid" | "changed_since">> {
  return transact(actor, async ({ tx, record }) => {
    const { demarcheId, draft } = await lockDraft(tx, actor, slug);
    const parsed = definitionShape.safeParse(definition);
    if (!parsed.success) return refuse("invalid", problemsOf(parsed.error));
    if ((draft?.edition ?? 0) !== edition) return refuse("changed_since");
    const row = { definition: toStored(parsed.data), edition: edition + 1, createdAt: clock.now() };
    await tx
      .insert(demarcheVersions)
      .values({ ...row, id: newId<DemarcheVersionId>(), demarcheId, number: draftNumber, publishedAt: null })
      .onConflictDoUpdate({ target: [demarcheVersions.demarcheId, demarcheVersions.number], set: row });
    await record("demarche.draft_saved", demarcheId, { slug, edition: row.edition });
    return done({ edition: row.edition });
  });
}

/**
 * Makes the draft the next version, judged as whatever is published, in one transaction with its end as a draft. For administrators.
 * Refuses a form that could not work, or that is the published one: running demandes keep their version in any case.
 */
export async function publishDraftVersion(
  actor: Actor,
  { slug, edition }: DraftOf,
): Promise<Result<{ version: number }, "no_draft" | "changed_since" | "invalid" | "unchanged">> {
  return transact(actor, async ({ tx, record }) => {
    const { demarcheId, draft } = await lockDraft(tx, actor, slug);
    if (!draft) return refuse("no_draft");
    if (draft.edition !== edition) return refuse("changed_since");
    const parsed = publishDemarcheSchema.shape.definition.safeParse(readStored(draft.definition));
    if (!parsed.success) return refuse("invalid", problemsOf(parsed.error));
    const { version, isNew } = await addVersion(tx, demarcheId, parsed.data);
    if (!isNew) return refuse("unchanged");
    await deleteDraft(tx, demarcheId);
    await record("demarche.published", demarcheId, { slug, version });
    return done({ version });
  });
}

/** Throws the draft away. For administrators. */
export async function discardDraftVersion(
  actor: Actor,
  { slug, edition }: DraftOf,
): Promise<Result<null, "no_draft" | "changed_since">> {
  return transact(actor, async ({ tx, record }) => {
    const { demarcheId, draft } = await lockDraft(tx, actor, slug);
    if (!draft) return refuse("no_draft");
    if (draft.edition !== edition) return refuse("changed_since");
    await deleteDraft(tx, demarcheId);
    await record("demarche.draft_discarded", demarcheId, { slug });
    return done(null);
  });
}

/** The démarche, locked, and its draft. */
async function lockDraft(tx: Tx, actor: Actor, slug: string) {
  if (actor.kind !== "admin") throw new NotFound();
  const [row] = await tx.select({ id: demarches.id }).from(demarches).where(eq(demarches.slug, slug)).for("update");
  if (!row) throw new NotFound();
  const [draft] = await tx
    .select({ edition: demarcheVersions.edition, definition: demarcheVersions.definition })
    .from(demarcheVersions)
    .where(isDraftOf(row.id));
  return { demarcheId: row.id, draft };
}

async function deleteDraft(tx: Tx, demarcheId: DemarcheId): Promise<void> {
  await tx.delete(demarcheVersions).where(isDraftOf(demarcheId));
}

function isDraftOf(demarcheId: DemarcheId) {
  return and(eq(demarcheVersions.demarcheId, demarcheId), eq(demarcheVersions.number, draftNumber));
}
