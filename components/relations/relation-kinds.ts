import { relationRoleLabels, type RelationRole } from "@/lib/vocabulary/roles";

/** The three ways to add a relation, as they stand in the address: `?type=enfant`. */
export const relationGroups = {
  adulte: { roles: ["spouse", "parent", "other_adult"], title: "Ajouter un adulte", add: "Ajouter un adulte" },
  enfant: { roles: ["child"], title: "Ajouter un enfant", add: "Ajouter un enfant" },
  organisation: {
    roles: ["association", "company"],
    title: "Ajouter une organisation",
    add: "Ajouter une organisation",
  },
} as const satisfies Record<string, { roles: readonly RelationRole[]; title: string; add: string }>;

export type RelationGroup = keyof typeof relationGroups;

export function readGroup(text: unknown): RelationGroup {
  return typeof text === "string" && Object.hasOwn(relationGroups, text) ? (text as RelationGroup) : "adulte";
}

export function groupOf(role: RelationRole): RelationGroup {
  if (role === "child") return "enfant";
  return role === "association" || role === "company" ? "organisation" : "adulte";
}

export function roleOptions(group: RelationGroup) {
  return relationGroups[group].roles.map((value) => ({ value, label: relationRoleLabels[value] }));
}
