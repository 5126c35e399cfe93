/** The rubrics of donnees.json (RGPD, art. 15 and 20), in the order in which they stand there. */
export const dataRubrics = [
  "compte",
  "preferences",
  "consentements",
  "courrielsEnvoyes",
  "relations",
  "porteDocuments",
  "demandes",
  "brouillons",
  "notifications",
  "connexions",
  "identitesLiees",
  "copiesDemandees",
  "journal",
] as const;

export type DataRubric = (typeof dataRubrics)[number];
