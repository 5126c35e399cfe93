import type { ChoiceFieldDef, Condition, NumberFieldDef, Section } from "@/lib/demarches/form";
import { legalObligation } from "./entry";

/** What the three démarches that ask for an act of civil status have in common. */
export const actTerms = {
  maxDays: 10,
  silence: "refuses",
  silenceMonths: 2,
  appointment: "none",
  hasExchanges: true,
  legal: { purpose: "Délivrer la copie de l’acte d’état civil demandé", basis: legalObligation, retentionMonths: 12 },
  applicant: { address: "required", phone: "optional", birth: "none", mayLiveAbroad: true },
} as const;

/** What names the parents is kept for the persons of the act and their family. */
export const forTheFamily = { field: "acte.kind", oneOf: ["full", "withParents"] } as const satisfies Condition;

type Helps = Partial<Record<"full" | "withParents" | "withoutParents", string>>;

/** Which act, in how many copies. */
export function actAsked(helps: Helps = {}): [ChoiceFieldDef, NumberFieldDef] {
  const option = (value: keyof Helps, label: string) => ({ value, label, ...(helps[value] && { help: helps[value] }) });
  return [
    {
      key: "kind",
      type: "choice",
      label: "Quel document souhaitez-vous ?",
      options: [
        option("full", "Copie intégrale"),
        option("withParents", "Extrait avec filiation"),
        option("withoutParents", "Extrait sans filiation"),
      ],
    },
    { key: "copies", type: "number", label: "Nombre d’exemplaires", min: 1, max: 3, isWhole: true, help: "3 au plus." },
  ];
}

/** Who asks for what is kept for the family. `others`: the answers of their own démarche, before the two that every act has. */
export function relationshipAsked(label: string, others: ChoiceFieldDef["options"], legal: string): ChoiceFieldDef {
  const professional = { value: "professional", label: "Un professionnel autorisé (notaire, avocat…)" };
  return {
    key: "relationship",
    type: "choice",
    label,
    when: forTheFamily,
    options: [...others, { value: "legal", label: legal }, professional],
  };
}

/** Asked of whoever is not the person of the act. */
export function proofOfRelationship(label: string, help: string, relationships: readonly string[]): Section {
  return {
    key: "pieces",
    title: "Les justificatifs",
    when: { all: [forTheFamily, { field: "acte.relationship", oneOf: [...relationships, "legal", "professional"] }] },
    fields: [{ key: "link", type: "file", document: "family_record_book", label, help }],
  };
}
