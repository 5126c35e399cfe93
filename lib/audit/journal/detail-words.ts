import type { AuditDetails } from "@/lib/kernel/transact";
import { auditDetailLabels, type AuditDetail } from "@/lib/vocabulary/audit-details";
import { auditFamilies } from "@/lib/vocabulary/audit-families";
import { auditVerbLabels } from "@/lib/vocabulary/audit-verb-labels";
import { backupFailures } from "@/lib/vocabulary/backups";
import { documentTypeLabels } from "@/lib/vocabulary/documents";
import { mailKindLabels } from "@/lib/vocabulary/mail-kinds";
import { agentRoleLabels, relationRoleLabels } from "@/lib/vocabulary/roles";
import { actorKindLabels } from "../types";

type Words = Readonly<Record<string, string>>;

const familyLabels: Words = Object.fromEntries(Object.entries(auditFamilies).map(([family, { all }]) => [family, all]));

/** What the codes of a line's details mean, where they are codes: the rest are counts, days, addresses and identifiers. */
const values: Partial<Record<AuditDetail, Words>> = {
  act: { ...familyLabels, ...auditVerbLabels },
  by: { owner: "son titulaire", link: "un lien", franceconnect: "FranceConnect" },
  columns: {
    civility: "civilité",
    firstName: "prénom",
    lastName: "nom",
    addressLine: "adresse",
    addressExtra: "complément d’adresse",
    postalCode: "code postal",
    commune: "commune",
  },
  failure: backupFailures,
  kind: {
    ...mailKindLabels,
    ...actorKindLabels,
    lost: "boîte perdue",
    held: "boîte tenue par quelqu’un d’autre",
    reopening: "réouverture",
  },
  mode: { none: "personne", portal: "le portail", elsewhere: "quelqu’un d’autre" },
  origin: { wallet: "porte-documents", device: "appareil", answer: "réponse" },
  part: { town: "la ville", logo: "le logo", accessibility: "la déclaration d’accessibilité" },
  proof: {
    link: "le lien d’une lettre",
    address: "la même adresse",
    invitation: "l’invitation",
    together: "déposée avec une autre",
  },
  reason: { taken: "adresse prise entre-temps" },
  role: { ...agentRoleLabels, ...relationRoleLabels },
  scan: { clean: "rien trouvé", infected: "virus trouvé", pending: "à examiner" },
  type: documentTypeLabels,
};

/**
 * « fichiers : 2 ».
 *
 * @param names of the things that details name by their identifier
 */
export function detailTexts(details: AuditDetails, names: ReadonlyMap<string, string>): string[] {
  return Object.entries(details).map(([key, value]) => `${labelOf(key)}\u00A0: ${sayValue(key, value, names)}`);
}

/** A line that an older portal wrote may hold a name that has no words any more: it shows as it is. */
function labelOf(key: string): string {
  return isDetail(key) ? auditDetailLabels[key] : key;
}

function sayValue(key: string, value: string | number | boolean, names: ReadonlyMap<string, string>): string {
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "number") return String(value);
  const words = isDetail(key) ? values[key] : undefined;
  if (!words) return names.get(value) ?? value;
  // Several codes stand one after the other (`columns`).
  return (
    words[value] ??
    value
      .split(" ")
      .map((code) => words[code] ?? code)
      .join(", ")
  );
}

function isDetail(key: string): key is AuditDetail {
  return key in auditDetailLabels;
}
