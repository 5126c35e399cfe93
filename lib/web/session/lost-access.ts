import { lifetime } from "@/lib/vocabulary/lifetimes";
import { hasEndedSession } from "./auth";
import { currentCitizen } from "./current-actor";
import { hasEndedGuestKey, peekGuestKey } from "./guest";

/** « session », « guest »: it ended. « signed_in »: the form was begun without account, and somebody signed in since. */
export type LostAccess = "session" | "guest" | "signed_in";

/** Why what this browser was writing in can no longer be found; null when it never opened it. */
export async function findLostAccess(): Promise<LostAccess | null> {
  if (await hasEndedSession()) return "session";
  if (await currentCitizen()) return (await peekGuestKey()) ? "signed_in" : null;
  return (await hasEndedGuestKey()) ? "guest" : null;
}

const kept = "ce que vous avez saisi est conservé";

export const lostAccessSentences: Record<LostAccess, string> = {
  session: `Votre session a pris fin. Connectez-vous à nouveau dans un autre onglet, puis validez ici : ${kept}.`,
  guest: `Sans compte, une demande se referme après ${lifetime("guest_idle")} sans rien faire. Rouvrez-la dans un autre onglet par le lien d’un courriel, puis validez ici : ${kept}.`,
  signed_in: `Vous vous êtes connecté, et cette demande a été commencée sans compte. Rattachez-la d’abord à votre compte dans un autre onglet, depuis « Mes demandes », puis validez ici : ${kept}.`,
};
