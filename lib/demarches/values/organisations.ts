import type { LegalPersonFieldDef } from "../form";
import { linesOf, missingParts, readParts, textsOf, type Part } from "./composites";
import { plainTraits, textIn, textOf, type Controls, type Kind } from "./reading";
import { readLine } from "./texts";

/** SIRET and RNA are each optional: an association has one, the other, or both; one at least when both are asked. */
export const legalPersonKind: Kind<LegalPersonFieldDef> = {
  ...plainTraits,
  parts: (field) => ["legalName", ...field.asks],
  read: (field, controls) => readParts(legalParts(field, controls), controls, field),
  write: (stored) => textsOf(stored, ["legalName", "siret", "rna"]),
  show: (stored) => {
    const numbers = [labelled("SIRET", textIn(stored, "siret")), labelled("RNA", textIn(stored, "rna"))];
    return linesOf([textIn(stored, "legalName"), ...numbers]);
  },
  missing: (field) =>
    missingParts(
      legalParts(field, () => []),
      field,
    ),
};

function legalParts(field: LegalPersonFieldDef, controls: Controls): readonly Part[] {
  const hasOne = field.asks.some((key) => textOf(controls, key).trim() !== "");
  const [first] = field.asks;
  const numbers = field.asks.map((key): Part => {
    const label = key === "siret" ? "Numéro SIRET" : "Numéro RNA";
    return {
      key,
      read: (typed) => readLine(typed, { label, format: key }),
      missing: hasOne || key !== first ? null : numberMissing(field),
    };
  });
  return [
    {
      key: "legalName",
      read: (typed) => readLine(typed, { label: "Nom de l’organisation" }),
      missing: "Indiquez le nom de l’organisation.",
    },
    ...numbers,
  ];
}

function numberMissing({ asks }: LegalPersonFieldDef): string {
  if (asks.length > 1) return "Indiquez le numéro RNA (W et 9 chiffres) ou le numéro SIRET (14 chiffres).";
  return asks[0] === "rna"
    ? "Indiquez le numéro RNA : un W suivi de 9 chiffres."
    : "Indiquez le numéro SIRET : 14 chiffres.";
}

function labelled(label: string, number: string): string {
  return number ? `${label} : ${number}` : "";
}
