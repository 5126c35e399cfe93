import { env } from "@/lib/kernel/env";
import { errorPage } from "./error-page";
import { isSafeMethod, judgeOrigin, type HeaderReader } from "./origin";
import { homeLink } from "./plain-pages";
import { wrongOriginPage } from "./wrong-origin-page";

/** Largest form a page receives, in bytes. Files have their own route; Next's own limit stands above (next.config.ts). */
const maxFormBytes = 1_000_000;

/** The page that refuses a write before Next reads it, or null when it may go on. Asked of every address that is no route handler. */
export function refuseWrite(request: { method: string; headers: HeaderReader }): Response | null {
  if (isSafeMethod(request.method)) return null;
  const { APP_URL, TRUST_PROXY } = env();
  const cookie = request.headers.get("cookie");
  if (judgeOrigin(request.headers, APP_URL, TRUST_PROXY) !== "same-origin")
    return errorPage(wrongOriginPage(APP_URL), cookie);
  const length = request.headers.get("content-length");
  if (length === null) return errorPage({ ...unsized, link: homeLink }, cookie);
  return Number(length) <= maxFormBytes ? null : errorPage({ ...tooLarge, link: homeLink }, cookie);
}

const tooLarge = {
  status: 413,
  title: "Votre envoi est trop volumineux",
  sentences: [
    "Ce formulaire ne reçoit que du texte, un million de caractères au plus. Rien n’a été enregistré.",
    "Revenez à la page précédente : ce que vous avez saisi y est encore. Raccourcissez votre texte, ou joignez un fichier à l’étape prévue pour cela.",
  ],
} as const;

const unsized = {
  status: 411,
  title: "Cet envoi n’a pas été accepté",
  sentences: ["Votre navigateur n’a pas dit la taille de ce qu’il envoie. Rien n’a été enregistré."],
} as const;
