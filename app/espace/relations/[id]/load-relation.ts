import { notFound } from "next/navigation";
import { getRelation } from "@/lib/relations/queries";
import { showPhone } from "@/lib/shared/phone";
import { isId, type RelationId } from "@/lib/shared/ids";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { orNotFound } from "@/lib/web/page/or-not-found";

/** The relation of an address, for its owner, its telephone as it is dialled. */
export async function loadRelation(params: Promise<{ id: string }>) {
  const citizen = await requireCitizen();
  const { id } = await params;
  if (!isId(id)) notFound();
  const relation = await orNotFound(() => getRelation(citizen, id as RelationId));
  return { ...relation, phone: showPhone(relation.phone) };
}
