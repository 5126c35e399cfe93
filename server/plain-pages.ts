import type { ErrorPage } from "@/lib/web/route/error-page";
import { homeLink as link } from "@/lib/web/route/plain-pages";

/** A write where nothing is written. */
export const notReceived: ErrorPage = {
  status: 405,
  title: "Cet envoi n’a pas été accepté",
  sentences: ["Cette adresse ne reçoit rien. Rien n’a été enregistré."],
  link,
};

export const tooSlow: ErrorPage = {
  status: 408,
  title: "Votre envoi n’est pas arrivé en entier",
  sentences: [
    "Le réseau s’est sans doute interrompu. Rien n’a été enregistré.",
    "Revenez à la page précédente : ce que vous avez saisi y est encore. Validez à nouveau quand le réseau est revenu.",
  ],
  link,
};

/** What no server could have read as a request. */
export const notARequest: ErrorPage = {
  status: 400,
  title: "Cet envoi n’a pas été compris",
  sentences: ["Rien n’a été enregistré. Revenez à la page précédente et recommencez."],
  link,
};

/** Address and headers together are beyond what Node reads. */
export const tooLong: ErrorPage = {
  status: 431,
  title: "L’adresse demandée est trop longue",
  sentences: [
    "Si vous faites une recherche, raccourcissez-la. Sinon, effacez les cookies de ce site dans votre navigateur, puis recommencez.",
  ],
  link,
};
