/** What T11 freezes while an account waits for its validation: who the person is, and where. In the order of the forms. */
export const heldLabels = {
  civility: "Civilité",
  firstName: "Prénom",
  lastName: "Nom",
  addressLine: "Adresse",
  addressExtra: "Complément d’adresse",
  postalCode: "Code postal",
  commune: "Commune",
} as const;

export type HeldColumn = keyof typeof heldLabels;
export const heldColumns = Object.keys(heldLabels) as HeldColumn[];
