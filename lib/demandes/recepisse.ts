import { addMonths } from "@/lib/shared/calendar";
import { formatDate, formatDateTime, isoDay } from "@/lib/shared/dates";

/** What the acknowledgement says of a demande. */
export type RecepisseView = {
  number: string;
  demarche: string;
  applicant: string;
  /** Null when it is filed for oneself. */
  beneficiary: string | null;
  receivedAt: Date;
  service: { name: string; organisation: string; address: string; phone: string; email: string };
  silence: { effect: "accepts" | "refuses"; months: number };
  documents: readonly RecepisseDocument[];
};

/** A document asked for: files joined, or to be brought on paper. */
export type RecepisseDocument = { label: string; files: readonly string[]; isOnPaper: boolean };

/** The day when silence becomes a decision: « 2027-01-23 » (CRPA, art. L. 231-1 and L. 231-4). */
function implicitDecisionDay({ receivedAt, silence }: Pick<RecepisseView, "receivedAt" | "silence">): string {
  return addMonths(isoDay(receivedAt), silence.months);
}

/** Label and value pairs for the PDF and the e-mail. */
export function recepisseFacts(view: RecepisseView): { label: string; value: string }[] {
  return [
    { label: "Numéro de la demande", value: view.number },
    { label: "Démarche", value: view.demarche },
    { label: "Demandeur", value: view.applicant },
    ...(view.beneficiary ? [{ label: "Pour", value: view.beneficiary }] : []),
    { label: "Date de réception", value: formatDateTime(view.receivedAt) },
  ];
}

/** CRPA, art. R. 112-5, 2°: name, postal and electronic addresses and phone of the service in charge. */
export function serviceFacts({ service }: RecepisseView): { label: string; value: string }[] {
  return [
    { label: "Service", value: `${service.name}, ${service.organisation}` },
    { label: "Adresse", value: service.address },
    { label: "Téléphone", value: service.phone },
    { label: "Courriel", value: service.email },
  ].filter(({ value }) => value !== "");
}

/**
 * CRPA, art. R. 112-5, 1° and last paragraph: the day and the sense of the implicit decision, then the means of appeal
 * against a refusal (art. R. 421-1 and R. 421-2 of the code de justice administrative), or the attestation of an acceptance.
 */
export function silenceSentences(view: RecepisseView): string[] {
  const day = formatDate(implicitDecisionDay(view));
  return view.silence.effect === "accepts" ? acceptance(day) : refusal(day);
}

function acceptance(day: string): string[] {
  return [
    `Sans réponse de notre part le ${day}, votre demande sera acceptée : il s’agit d’une décision implicite d’acceptation.`,
    "Vous pourrez alors demander au service une attestation de cette acceptation (article L. 232-3 du code des relations entre le public et l’administration).",
  ];
}

function refusal(day: string): string[] {
  return [
    `Sans réponse de notre part le ${day}, votre demande sera rejetée : il s’agit d’une décision implicite de rejet.`,
    "Vous aurez alors deux mois pour contester ce rejet, en écrivant au service qui instruit la demande (recours gracieux) ou au tribunal administratif (recours contentieux).",
    "Le tribunal administratif peut être saisi par courrier ou sur le site www.telerecours.fr. Un recours gracieux fait dans ce délai vous laisse deux mois de plus pour saisir le tribunal, à compter de la réponse.",
  ];
}

/** CRPA, art. L. 114-5: what an incomplete demande does to the delay. */
export const incompleteSentence =
  "S’il manque une information ou une pièce, nous vous le dirons par courriel et dans le suivi de votre demande. Le délai ne commence alors qu’à la réception de ce qui manque.";

/** One line a document asked for, those on paper included. */
export function documentLines(documents: readonly RecepisseDocument[]): string[] {
  return documents.map(({ label, files, isOnPaper }) => {
    if (files.length > 0) return `${label} : ${files.join(", ")}`;
    return isOnPaper ? `${label} : à remettre sur papier au guichet du service` : `${label} : non fourni`;
  });
}
