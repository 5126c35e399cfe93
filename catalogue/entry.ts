import type { FileFieldDef, Warning } from "@/lib/demarches/form";

export type { CatalogueEntry } from "@/lib/demarches/schema";

/** Pieces asked by several démarches. */
export const identityCard: FileFieldDef = {
  key: "identity",
  type: "file",
  document: "identity_card",
  label: "Pièce d’identité",
  help: "Carte d’identité (recto et verso) ou passeport, en cours de validité.",
};

export const proofOfAddress: FileFieldDef = {
  key: "proofOfAddress",
  type: "file",
  document: "proof_of_address",
  label: "Justificatif de domicile",
  help: "De moins de 3 mois, à votre nom : facture d’eau, d’électricité, de gaz ou de téléphone, quittance de loyer, attestation d’assurance du logement.",
};

/** RGPD, art. 6, 1, c and e: the two bases that a town relies on. */
export const legalObligation = "Le respect d’une obligation légale (article 6, 1, c du RGPD)";
export const publicInterest = "L’exécution d’une mission d’intérêt public (article 6, 1, e du RGPD)";

/** What finds an act of civil status in the registers: the names of those whom it concerns. */
export const actsLaw = "décret n° 2017-890 du 6 mai 2017 relatif à l’état civil, articles 30 et suivants";

/** The pupil of a nursery school is given to a person « nommément désignée » in writing. */
export const pickUpLaw = "circulaire n° 2014-088 du 9 juillet 2014, règlement type des écoles, point 1.4.2";

/** For what is given to the inhabitants of the town. */
export function outsideTown(text: string): Warning {
  return { field: "applicant.address", if: { isOutsideTown: true }, text };
}
