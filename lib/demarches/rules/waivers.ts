import { oneNameWords } from "@/lib/shared/person-name";
import type { Waiver } from "../form";

/** The boxes that answer in place of a field, in the words that every form uses. */

/** The author may say that they do not know, or only in part. `entails`: what the service does then. */
export function unknownInPart(entails: string): Waiver {
  return {
    label: "Je ne connais pas cette information, ou seulement une partie",
    help: entails,
    shown: "Information non connue",
    shownAfter: "Le reste n’est pas connu",
  };
}

/** The author may say that they do not know an answer that has no parts. `entails`: what the service does then. */
export function unknown(entails: string): Waiver {
  return { label: "Je ne connais pas cette information", help: entails, shown: "Information non connue" };
}

/** Beside names that the law asks. */
export function unknownBirth(entails: string): Waiver {
  return {
    label: "Je ne connais pas sa naissance, ou seulement une partie",
    help: entails,
    shown: "Naissance non connue",
    shownAfter: "Le reste de la naissance n’est pas connu",
  };
}

/** Where a first name is asked beside a name. */
export const onlyOneName: Waiver = {
  label: "Cette personne n’a qu’un nom",
  help: "Écrivez-le dans «\u00a0Nom\u00a0».",
  shown: oneNameWords,
};

export const unknownBirthplace = unknown("Le service vous la demandera seulement s’il en a besoin.");
