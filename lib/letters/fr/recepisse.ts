import { formatDateTime } from "@/lib/shared/dates";
import type { FactsOf } from "../kinds";

/** Label and value pairs of the acknowledgement, for the letter and for the PDF that goes with it. */

type Filed = FactsOf<"demande.filed">;
type Line = { label: string; value: string };
type Known = Pick<Filed, "demarche" | "applicant" | "beneficiary" | "receivedAt"> & { number?: string };

export function recepisseFacts({ number = "", demarche, applicant, beneficiary, receivedAt }: Known): Line[] {
  return [
    { label: "Numéro de la demande", value: number },
    { label: "Démarche", value: demarche },
    { label: "Demandeur", value: applicant },
    ...(beneficiary ? [{ label: "Pour", value: beneficiary }] : []),
    { label: "Date de réception", value: formatDateTime(receivedAt) },
  ];
}

/** CRPA, art. R. 112-5, 2°: name, postal and electronic addresses and phone of the service in charge. */
export function serviceFacts(service: Filed["service"]): Line[] {
  return [
    { label: "Service", value: `${service.name}, ${service.organisation}` },
    { label: "Adresse", value: service.address },
    { label: "Téléphone", value: service.phone },
    { label: "Courriel", value: service.email },
  ].filter(({ value }) => value !== "");
}

type Papers = NonNullable<Filed["papers"]>;
type Owed = { number: string; papers: Filed["papers"] };

/** What is to be brought on paper, where and until when: a paragraph. */
export function papersParagraph({ labels, sentence }: Pick<Papers, "labels" | "sentence">): string {
  return [...promised(labels), sentence].join("\n");
}

/** The same of a filing to several services, which all await the same documents: they are named once, then who awaits them. None: nothing. */
export function papersForEach(filings: readonly Owed[]): string[] {
  const owed = filings.flatMap(({ number, papers }) => (papers ? [{ number, ...papers }] : []));
  const [first] = owed;
  if (!first) return [];
  const days = new Set(owed.map(({ until }) => until));
  const until = days.size === 1 ? `, le ${first.until} au plus tard` : "";
  const lines = owed.map(({ number, where, until: day }) =>
    [`– demande n°\u00a0${number}`, ...(until ? [] : [`, le ${day} au plus tard`]), `\u00a0: ${where}`].join(""),
  );
  const sentence = `Remettez-en un exemplaire à chaque service, sur place ou par courrier${until}, avec le numéro de sa demande\u00a0:`;
  return [[...promised(first.labels), sentence, ...lines].join("\n")];
}

function promised(labels: readonly string[]): string[] {
  return ["Vous avez choisi de remettre sur papier\u00a0:", ...labels.map((label) => `– ${label}`)];
}
