import { and, eq } from "drizzle-orm";
import { relations } from "@/db/schema/relations";
import type { Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { readPlace } from "@/lib/places/read-place";
import { newId, type AccountId, type RelationId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { kindOfRole } from "@/lib/vocabulary/roles";
import { judgeChange } from "./steps/judge-change";
import { lockRelation } from "./queries";
import type { AddRelation, ChangeRelation, RemoveRelation } from "./schema";

/** A household and the organisations one runs: beyond this it is a mistake or an attack. */
const most = 50;

/**
 * Adds a person or an organisation that the account acts for (F119); the commune takes its official spelling, as in the account.
 * Refuses beyond fifty, and `invalid` (details: errors by field).
 */
export async function addRelation(
  actor: Citizen,
  input: AddRelation,
): Promise<Result<{ relationId: RelationId }, "too_many" | "invalid">> {
  const place = await readPlace(input);
  if (place.error) return refuse("invalid", { commune: place.error });
  return transact(actor, async ({ tx, record }) => {
    if (await hasTooMany(tx, actor.accountId)) return refuse("too_many");
    const id = newId<RelationId>();
    const now = clock.now();
    await tx
      .insert(relations)
      .values({ id, accountId: actor.accountId, ...columnsOf({ ...input, ...place }), createdAt: now, updatedAt: now });
    await record("relation.added", id, { role: input.role });
    return done({ relationId: id });
  });
}

/**
 * Corrects a relation. Demandes already filed for it keep what they were filed with; what was not touched is not judged again. Refuses
 * `invalid`, as adding does.
 */
export async function changeRelation(
  actor: Citizen,
  { relationId, ...typed }: ChangeRelation,
): Promise<Result<{ relationId: RelationId }, "invalid">> {
  const place = await readPlace(typed);
  return transact(actor, async ({ tx, record }) => {
    const kept = await lockRelation(tx, mine(actor, relationId));
    if (!kept) throw new NotFound();
    const facts = judgeChange(typed, kept, place);
    if (!facts.ok) return facts;
    await tx
      .update(relations)
      .set({ ...columnsOf(facts.value), updatedAt: clock.now() })
      .where(mine(actor, relationId));
    await record("relation.changed", relationId);
    return done({ relationId });
  });
}

/** Removes a relation. Its pieces stay in the wallet, its demandes keep its name. */
export async function removeRelation(actor: Citizen, { relationId }: RemoveRelation): Promise<Result<null, never>> {
  return transact(actor, async ({ tx, record }) => {
    const removed = await tx.delete(relations).where(mine(actor, relationId)).returning({ id: relations.id });
    if (removed.length === 0) throw new NotFound();
    await record("relation.removed", relationId);
    return done(null);
  });
}

function mine(actor: Citizen, relationId: RelationId) {
  return and(eq(relations.id, relationId), eq(relations.accountId, actor.accountId));
}

async function hasTooMany(tx: Tx, accountId: AccountId): Promise<boolean> {
  const rows = await tx
    .select({ id: relations.id })
    .from(relations)
    .where(eq(relations.accountId, accountId))
    .limit(most);
  return rows.length >= most;
}

/** Only what its kind has: a person keeps no SIRET, an organisation no birth date. */
function columnsOf(facts: AddRelation) {
  const kind = kindOfRole[facts.role];
  const isPerson = kind === "natural";
  const text = (value: string) => (value === "" ? null : value);
  return {
    kind,
    role: facts.role,
    civility: isPerson ? facts.civility : null,
    firstName: isPerson && !facts.hasOneName ? text(facts.firstName) : null,
    lastName: isPerson ? text(facts.lastName) : null,
    birthDate: isPerson ? facts.birthDate : null,
    birthPlace: isPerson ? text(facts.birthPlace) : null,
    legalName: isPerson ? null : text(facts.legalName),
    siret: isPerson ? null : text(facts.siret),
    rna: facts.role === "association" ? text(facts.rna) : null,
    email: text(facts.email),
    phone: text(facts.phone),
    addressLine: text(facts.addressLine),
    addressExtra: text(facts.addressExtra),
    postalCode: text(facts.postalCode),
    commune: text(facts.commune),
  };
}
