import type { RelationId } from "@/lib/shared/ids";
import type { Civility, RelationKind, RelationRole } from "@/lib/vocabulary/roles";

/** A line of « Mes relations », and what a form lets one choose. */
export type RelationSummary = {
  id: RelationId;
  kind: RelationKind;
  role: RelationRole;
  /** « Léa Martin », « Les Amis du parc ». */
  name: string;
  birthDate: string | null;
};

/** A child who has neither first name nor birth date yet; without first name alone, somebody with one name. */
export function isUnborn({
  role,
  firstName,
  birthDate,
}: Pick<RelationView, "role" | "firstName" | "birthDate">): boolean {
  return role === "child" && firstName === "" && birthDate === null;
}

export type RelationView = RelationSummary & {
  civility: Civility | null;
  firstName: string;
  lastName: string;
  birthPlace: string;
  legalName: string;
  siret: string;
  rna: string;
  email: string;
  phone: string;
  addressLine: string;
  addressExtra: string;
  postalCode: string;
  commune: string;
  updatedAt: Date;
};
