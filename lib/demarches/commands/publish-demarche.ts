import { isDeepStrictEqual } from "node:util";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { demarches, themes } from "@/db/schema/demarches";
import { services } from "@/db/schema/organisation";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { newId, type DemarcheId, type ServiceId, type ThemeId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { statusesHolding } from "@/lib/vocabulary/demande-status";
import { plainWords } from "../search/search-words";
import { publishDemarcheSchema, type PublishDemarche } from "../schema";
import { addVersion, problemsOf } from "./add-version";

export type Published = {
  demarcheId: DemarcheId;
  outcome: "created" | "new_version" | "changed" | "unchanged";
};
export type PublishRefusal = "invalid" | "unknown_theme" | "unknown_service";

/**
 * Publishes a démarche under its slug, or what changed of it. A changed form makes a new version: a published one is never
 * touched, so a running demande keeps its own (X8). Publishing the same thing twice writes nothing.
 * A quota set, or set anew, counts the demandes that hold a place already. `isOnlyIfAbsent`: a démarche that is there is left as the
 * town has it. For administrators and the installation. Refuses a form that could not work: `details` says where; a theme or a
 * service that is not there, or that is closed.
 */
export async function publishDemarche(
  actor: Actor,
  input: PublishDemarche,
  { isOnlyIfAbsent = false } = {},
): Promise<Result<Published, PublishRefusal>> {
  return transact(actor, async ({ tx, record, unrecorded }) => {
    if (actor.kind !== "admin" && actor.kind !== "system") throw new NotFound();
    const parsed = publishDemarcheSchema.safeParse(input);
    if (!parsed.success) {
      return refuse("invalid", problemsOf(parsed.error));
    }
    const { theme, service, definition, ...card } = parsed.data;
    // Before its service: so does whoever closes a service, or files to it.
    await tx.select({ id: demarches.id }).from(demarches).where(eq(demarches.slug, card.slug)).for("update");
    const themeId = await findThemeId(tx, theme);
    if (!themeId) return refuse("unknown_theme");
    const serviceId = await findServiceId(tx, service);
    if (!serviceId) return refuse("unknown_service");

    const searchText = plainWords(`${card.title} ${card.keywords} ${card.summary}`);
    const saved = await saveCard(tx, { ...card, themeId, serviceId, searchText, isPublished: true }, isOnlyIfAbsent);
    if (isOnlyIfAbsent && !saved.isNew) {
      unrecorded("the town has this démarche already");
      return done({ demarcheId: saved.id, outcome: "unchanged" });
    }
    const { version, isNew } = await addVersion(tx, saved.id, definition);
    const outcome = saved.isNew ? "created" : isNew ? "new_version" : saved.isChanged ? "changed" : "unchanged";
    if (outcome === "unchanged") unrecorded("the same démarche, published again");
    else await record(isNew ? "demarche.published" : "demarche.changed", saved.id, { slug: card.slug, version });
    return done({ demarcheId: saved.id, outcome });
  });
}

type Card = Omit<typeof demarches.$inferInsert, "id" | "quotaUsed" | "updatedAt">;

async function saveCard(
  tx: Tx,
  card: Card,
  isOnlyIfAbsent: boolean,
): Promise<{ id: DemarcheId; isNew: boolean; isChanged: boolean }> {
  const fresh = { ...card, id: newId<DemarcheId>(), updatedAt: clock.now() };
  const [inserted] = await tx
    .insert(demarches)
    .values(fresh)
    .onConflictDoNothing({ target: demarches.slug })
    .returning({ id: demarches.id });
  if (inserted) return { id: inserted.id, isNew: true, isChanged: true };

  const [row] = await tx.select().from(demarches).where(eq(demarches.slug, card.slug)).for("update");
  if (!row) throw new NotFound();
  if (isOnlyIfAbsent) return { id: row.id, isNew: false, isChanged: false };
  const isChanged = Object.entries(card).some(
    ([column, value]) => !isDeepStrictEqual(row[column as keyof Card], value),
  );
  if (isChanged)
    await tx
      .update(demarches)
      .set({ ...card, ...(await placesTaken(tx, row, card)), updatedAt: clock.now() })
      .where(eq(demarches.id, row.id));
  return { id: row.id, isNew: false, isChanged };
}

/**
 * How many places are taken, where the quota changes: nothing counted them before. The row is locked, and every demande that
 * takes or frees a place holds it too (`rulesOf`): none is missed, none counted twice. Read from the index of its states.
 */
async function placesTaken(tx: Tx, row: { id: DemarcheId; quota: number | null }, card: Card) {
  if (card.quota === null || card.quota === undefined || card.quota === row.quota) return {};
  const holding = [...statusesHolding("place")];
  const quotaUsed = await tx.$count(demandes, and(eq(demandes.demarcheId, row.id), inArray(demandes.status, holding)));
  return { quotaUsed };
}

async function findThemeId(tx: Tx, slug: string): Promise<ThemeId | undefined> {
  const [row] = await tx.select({ id: themes.id }).from(themes).where(eq(themes.slug, slug)).limit(1);
  return row?.id;
}

async function findServiceId(tx: Tx, slug: string): Promise<ServiceId | undefined> {
  const [row] = await tx
    .select({ id: services.id })
    .from(services)
    .where(and(eq(services.slug, slug), isNull(services.closedAt)))
    .limit(1)
    .for("share");
  return row?.id;
}
