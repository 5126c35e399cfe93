import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import { relations } from "@/db/schema/relations";
import type { Citizen } from "@/lib/kernel/actor";
import { database, type Reader, type Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import type { AccountId, RelationId } from "@/lib/shared/ids";
import { fullName } from "@/lib/shared/text";
import type { RelationRole } from "@/lib/vocabulary/roles";
import { isUnborn, type RelationSummary, type RelationView } from "./types";

/** Everyone and every organisation of the account, in the order they were added. */
export async function listRelations(actor: Citizen): Promise<RelationSummary[]> {
  return (await select(database(), eq(relations.accountId, actor.accountId))).map(toView);
}

/** One relation of the account; throws NotFound. */
export async function getRelation(actor: Citizen, relationId: RelationId): Promise<RelationView> {
  const [row] = await select(database(), and(eq(relations.accountId, actor.accountId), eq(relations.id, relationId)));
  if (!row) throw new NotFound();
  return toView(row);
}

/** Whom an account may file for, among the roles that a démarche accepts; read in the caller's transaction or outside any. */
export async function listRelationsInRoles(
  reader: Reader,
  accountId: AccountId,
  roles: readonly RelationRole[],
): Promise<RelationView[]> {
  if (roles.length === 0) return [];
  return (await select(reader, and(eq(relations.accountId, accountId), inArray(relations.role, [...roles])))).map(
    toView,
  );
}

/** How many an account has: they go with it. */
export async function countRelations(accountId: AccountId): Promise<number> {
  return database().$count(relations, eq(relations.accountId, accountId));
}

const columns = {
  id: relations.id,
  kind: relations.kind,
  role: relations.role,
  civility: relations.civility,
  firstName: relations.firstName,
  lastName: relations.lastName,
  birthDate: relations.birthDate,
  birthPlace: relations.birthPlace,
  legalName: relations.legalName,
  siret: relations.siret,
  rna: relations.rna,
  email: relations.email,
  phone: relations.phone,
  addressLine: relations.addressLine,
  addressExtra: relations.addressExtra,
  postalCode: relations.postalCode,
  commune: relations.commune,
  updatedAt: relations.updatedAt,
};

async function select(reader: Reader, where: SQL | undefined) {
  return reader.select(columns).from(relations).where(where).orderBy(asc(relations.createdAt), asc(relations.id));
}

/** The relation as it is kept, locked for who is about to change it. `where`: whose, and which. */
export async function lockRelation(tx: Tx, where: SQL | undefined): Promise<RelationView | null> {
  const [row] = await tx.select(columns).from(relations).where(where).for("update");
  return row ? toView(row) : null;
}

type Row = Awaited<ReturnType<typeof select>>[number];

function toView({ id, kind, role, civility, birthDate, updatedAt, ...texts }: Row): RelationView {
  const filled = Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, value ?? ""])) as Record<
    keyof typeof texts,
    string
  >;
  return { id, kind, role, civility, birthDate, updatedAt, ...filled, name: nameOf(role, birthDate, filled) };
}

function nameOf(
  role: RelationRole,
  birthDate: string | null,
  { firstName, lastName, legalName }: { firstName: string; lastName: string; legalName: string },
): string {
  if (legalName !== "") return legalName;
  if (isUnborn({ role, firstName, birthDate })) return `Enfant à naître ${lastName}`.trim();
  return fullName({ firstName, lastName });
}
