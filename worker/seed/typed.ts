import { clock } from "@/lib/kernel/clock";
import { addDays } from "@/lib/shared/calendar";
import { isoDay } from "@/lib/shared/dates";
import type { Typed } from "./filing";

/** What the demonstration persons typed. Names of controls as the pages have them. */

const home = {
  "applicant.address.line": "8 rue des Tilleuls",
  "applicant.address.postalCode": "99000",
  "applicant.address.commune": "Belleval",
};

export const birthRecord = (firstName: string, day: string, month: string, year: string): Typed => ({
  informations: home,
  demande: {
    "acte.kind": "withoutParents",
    "acte.copies": "1",
    "personne.holder.firstName": firstName,
    "personne.holder.lastName": "Démonstration",
    ...date("personne.holder.birthDate", `${year}-${month}-${day}`),
    "personne.holder.birthPlace": "Belleval",
  },
});

export const marriageRecord: Typed = {
  informations: {
    ...home,
    "applicant.firstName": "Alix",
    "applicant.lastName": "Démonstration",
    "applicant.email": "alix@example.org",
  },
  demande: {
    "acte.kind": "withoutParents",
    "acte.copies": "2",
    ...date("mariage.date", "2012-6-16"),
    "mariage.firstSpouse.firstName": "Alix",
    "mariage.firstSpouse.lastName": "Démonstration",
    ...date("mariage.firstSpouse.birthDate", "1981-1-9"),
    "mariage.secondSpouse.firstName": "Sacha",
    "mariage.secondSpouse.lastName": "Démonstration",
    ...date("mariage.secondSpouse.birthDate", "1980-11-30"),
  },
};

export const streetLight: Typed = {
  informations: {},
  demande: {
    "probleme.kind": "light",
    "probleme.description": "Le lampadaire devant le numéro 8 ne s’allume plus le soir.",
    "probleme.isDangerous": "no",
    "lieu.address.line": "8 rue des Tilleuls",
    "lieu.address.postalCode": "99000",
    "lieu.address.commune": "Belleval",
  },
};

export const bulkyWaste = (): Typed => ({
  informations: {},
  demande: {
    "lieu.address.line": "8 rue des Tilleuls",
    "lieu.address.postalCode": "99000",
    "lieu.address.commune": "Belleval",
    "lieu.housing": "house",
    "lieu.needsHelp": "no",
    "objets.list.0.kind": "sofa",
    "objets.list.0.quantity": "1",
    "objets.list.1.kind": "appliance",
    "objets.list.1.quantity": "2",
    "objets.volume": "medium",
    ...date("passage.firstDate", addDays(isoDay(clock.now()), 20)),
    "passage.rules": "yes",
  },
});

export const enrolment = (childId: string): Typed => ({
  informations: { ...home, "beneficiary.who": childId },
  demande: {
    "scolarite.level": "cm1",
    ...date("scolarite.start", addDays(isoDay(clock.now()), 45)),
    "scolarite.wasEnrolled": "no",
    "scolarite.wantsAnother": "no",
    "parents.situation": "together",
    "parents.other.firstName": "Claude",
    "parents.other.lastName": "Démonstration",
    "sorties.people.0.firstName": "Alix",
    "sorties.people.0.lastName": "Démonstration",
    "sorties.people.0.phone": "06 39 98 00 03",
    "sorties.people.0.link": "friend",
    "sorties.hasAllergy": "no",
    "engagement.authority": "yes",
    "engagement.honour": "yes",
  },
  files: {
    "pieces.familyBook": "Livret de famille",
    "pieces.proofOfAddress": "Facture d’eau",
    "pieces.vaccinations": "Carnet de santé",
  },
});

/** Left in the middle: the place where to collect it is not chosen. */
export const compostDraft: Typed = {
  informations: home,
  demande: { "composteur.hasGarden": "yes", "composteur.size": "small", "composteur.people": "4" },
};

/** The three boxes of a date. */
function date(path: string, day: string): Record<string, string> {
  const [year = "", month = "", date = ""] = day.split("-");
  return { [`${path}.year`]: year, [`${path}.month`]: month, [`${path}.day`]: date };
}
