/** What a file may be, and what to say when it may not. Pure: the page says the same rules before and after. */
const mebibyte = 1024 * 1024;

/** domain.md, « Numbers ». A megabyte as phones and computers show it is close enough to 1024 × 1024 not to refuse « 10 Mo ». */
export const fileLimits = {
  bytes: 10 * mebibyte,
  filesAPiece: 4,
  /** Decimal, as `fileSize` shows it: « 200 Mo » in the sentences and in the total. */
  walletBytes: 200_000_000,
  pixels: 50_000_000,
} as const;

export const acceptedTypes = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
  "image/gif": ["gif"],
  "image/webp": ["webp"],
} as const;
export type AcceptedType = keyof typeof acceptedTypes;

/** For the `accept` attribute. */
export const acceptAttribute = ".pdf,.jpg,.jpeg,.png,.gif,.webp";
export const acceptedSentence = "PDF, JPEG, PNG, GIF ou WebP, 10\u00A0Mo au plus par fichier.";

export type FileRefusal =
  | "no_file"
  | "empty"
  | "too_large"
  | "too_many_files"
  | "type"
  | "heic"
  | "archive"
  | "unreadable_image"
  | "too_many_pixels"
  | "large_for_kind"
  | "unreadable_pdf"
  | "pdf_password"
  | "pdf_active"
  | "too_complex"
  | "readers_busy"
  | "infected"
  | "wallet_full"
  | "day_full"
  | "address_full"
  | "guests_full"
  | "no_room"
  | "try_again";

export const fileRefusalSentences: Record<FileRefusal, string> = {
  no_file: "Choisissez un fichier.",
  empty: "Ce fichier est vide. Choisissez-en un autre.",
  too_large:
    "Ce fichier est trop lourd\u00A0: le poids accepté est écrit à côté du bouton d’envoi. Photographiez le document en qualité moyenne, ou réduisez le PDF.",
  // Without a figure: it is the démarche's, and stands beside the button.
  too_many_files: "Ce document a déjà tous les fichiers qu’il peut recevoir. Retirez-en un pour en ajouter un autre.",
  type: "Ce type de fichier n’est pas accepté. Joignez un PDF, ou une image JPEG, PNG, GIF ou WebP.",
  heic: "Les photos HEIC ne sont pas acceptées. Sur votre téléphone, partagez la photo au format JPEG, ou faites-en une copie d’écran.",
  archive: "Les archives (ZIP, RAR…) ne sont pas acceptées. Ouvrez l’archive, puis joignez chaque fichier.",
  unreadable_image:
    "Cette image est abîmée et ne peut pas être lue. Enregistrez-la de nouveau ou choisissez-en une autre.",
  too_many_pixels: "Cette image est trop grande. Réduisez ses dimensions à moins de 50\u00A0millions de pixels.",
  large_for_kind:
    "Cette image est trop grande pour être lue dans ce format. Réduisez ses dimensions, ou enregistrez-la en JPEG ordinaire (non «\u00A0progressif\u00A0»), puis joignez la copie.",
  unreadable_pdf: "Ce PDF est abîmé et ne peut pas être lu. Enregistrez-le de nouveau ou choisissez-en un autre.",
  pdf_password: "Ce PDF est protégé par un mot de passe. Enregistrez-en une copie sans protection, puis joignez-la.",
  pdf_active:
    "Ce PDF contient autre chose que des pages\u00A0: un programme, un fichier joint, un son, une vidéo ou un lien vers un autre fichier. Imprimez-le en PDF (« Imprimer », puis « Enregistrer en PDF »), puis joignez la copie.",
  too_complex:
    "Ce fichier est trop compliqué pour être lu en entier\u00A0: il n’a pas été gardé. Faites-en une copie simple («\u00A0Imprimer\u00A0», puis «\u00A0Enregistrer en PDF\u00A0», ou une photo du document), puis joignez-la.",
  readers_busy: "Beaucoup de fichiers arrivent en ce moment. Réessayez dans un instant.",
  infected: "L’antivirus a reconnu un virus dans ce fichier. Il n’a pas été gardé.",
  wallet_full: "Votre porte-documents est plein (200\u00A0Mo). Supprimez une pièce pour en ajouter une autre.",
  day_full:
    "Vous avez envoyé beaucoup de fichiers aujourd’hui\u00A0: celui-ci n’a pas été gardé. Envoyez-le demain, ou plus léger. Ce que vous avez saisi est conservé.",
  address_full:
    "Beaucoup de fichiers ont été envoyés aujourd’hui sans compte depuis votre connexion à internet\u00A0: celui-ci n’a pas été gardé. Connectez-vous à votre compte pour le joindre, ou envoyez-le demain.",
  guests_full:
    "Le portail ne peut plus recevoir de fichiers sans compte pour le moment. Connectez-vous à votre compte pour joindre celui-ci, ou réessayez plus tard.",
  no_room:
    "Le portail manque de place et ne peut plus recevoir de fichiers. Les administrateurs en sont prévenus. Ce que vous avez saisi est conservé\u00A0: réessayez plus tard.",
  try_again: "Le fichier n’a pas pu être enregistré. Réessayez dans quelques instants.",
};

export function isFileRefusal(text: string): text is FileRefusal {
  return Object.hasOwn(fileRefusalSentences, text);
}
