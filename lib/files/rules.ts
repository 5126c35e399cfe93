/** What a file may be, and what to say when it may not. Pure: the page says the same rules before and after. */
export const mebibyte = 1024 * 1024;

/** docs/numbers.md. A megabyte as phones and computers show it is close enough to 1024 × 1024 not to refuse « 10 Mo ». */
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

/** « 10 Mo », of a limit in bytes, as the pages announce it. */
export function inMegabytes(bytes: number): string {
  return `${Math.floor(bytes / mebibyte)}\u00A0Mo`;
}

export type FileRefusal =
  | "no_file"
  | "empty"
  | "too_large"
  | "too_many_files"
  | "too_many_at_once"
  | "too_large_together"
  | "type"
  | "heic"
  | "avif"
  | "office"
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

/** What is made without account joins one by a press, where the address is the same (docs/decisions/023): never by signing in alone. */
const withAccount =
  "Pour ne pas attendre, connectez-vous à un compte qui a le même courriel, puis rattachez-y cette demande.";

export const fileRefusalSentences: Record<FileRefusal, string> = {
  no_file: "Choisissez un fichier.",
  empty: "Ce fichier est vide. Choisissez-en un autre.",
  too_large:
    "Ce fichier est trop lourd\u00A0: le poids accepté est écrit à côté du bouton d’envoi. Photographiez le document en qualité moyenne, ou réduisez le PDF.",
  too_many_files: "Le nombre de fichiers possible est atteint. Supprimez-en un pour en ajouter un autre.",
  too_many_at_once: "Huit fichiers au plus partent en un seul envoi. Choisissez celui-ci à nouveau.",
  too_large_together: "Ces fichiers sont trop lourds pour partir en un seul envoi. Envoyez-les un par un.",
  type: "Ce type de fichier n’est pas accepté. Joignez un PDF, ou une image JPEG, PNG, GIF ou WebP.",
  heic: "Les photos HEIC ne sont pas acceptées. Sur votre téléphone, partagez la photo au format JPEG, ou faites-en une copie d’écran.",
  avif: "Les images AVIF ne sont pas acceptées. Enregistrez l’image au format JPEG, ou faites-en une copie d’écran.",
  office:
    "Les documents de traitement de texte, les tableaux et les présentations ne sont pas acceptés. Ouvrez le document, enregistrez-le en PDF, puis joignez le PDF.",
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
  address_full: `Beaucoup de fichiers ont été envoyés aujourd’hui sans compte depuis votre connexion à internet\u00A0: celui-ci n’a pas été gardé. Ce que vous avez saisi est conservé\u00A0: envoyez-le demain. ${withAccount}`,
  guests_full: `Le portail ne peut plus recevoir de fichiers sans compte pour le moment\u00A0: celui-ci n’a pas été gardé. Ce que vous avez saisi est conservé\u00A0: réessayez plus tard. ${withAccount}`,
  no_room:
    "Le portail manque de place et ne peut plus recevoir de fichiers. Les administrateurs en sont prévenus. Ce que vous avez saisi est conservé\u00A0: réessayez plus tard.",
  try_again: "Le fichier n’a pas pu être enregistré. Réessayez dans quelques instants.",
};

export function isFileRefusal(text: string): text is FileRefusal {
  return Object.hasOwn(fileRefusalSentences, text);
}

/**
 * Why a file was refused, with the figure of the document it was for. `details.most`: « 3 Mo » for a weight, « 2 » for a
 * number of files, as the command that refused gives them.
 */
export function sayFileRefusal(reason: FileRefusal, { most }: Readonly<Record<string, string>> = {}): string {
  if (most !== undefined && reason === "too_large")
    return `Ce fichier est trop lourd\u00A0: ${most} au plus. Photographiez le document en qualité moyenne, ou réduisez le PDF.`;
  if (most !== undefined && reason === "too_large_together")
    return `Cet envoi est trop lourd : ${most} au plus par fichier. Envoyez les fichiers un par un.`;
  if (most !== undefined && reason === "too_many_files")
    return most === "1"
      ? "Un seul fichier est possible ici. Supprimez celui qui est joint pour en ajouter un autre."
      : `${most}\u00A0fichiers au plus sont possibles ici. Supprimez-en un pour en ajouter un autre.`;
  return fileRefusalSentences[reason];
}

/** What a page says of the room left before it sends, for UploadForm. `present`: how many files are there. */
export function uploadLimits({ files, bytes }: { files: number; bytes: number }, present: number) {
  return {
    room: Math.max(0, files - present),
    bytes,
    tooLarge: sayFileRefusal("too_large", { most: inMegabytes(bytes) }),
    tooMany: sayFileRefusal("too_many_files", { most: String(files) }),
  };
}

export const portalLimits = { files: fileLimits.filesAPiece, bytes: fileLimits.bytes } as const;
