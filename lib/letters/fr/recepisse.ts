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

/** What is to be brought on paper, where and until when: a paragraph. */
export function papersParagraph({ labels, sentence }: NonNullable<Filed["papers"]>): string {
  return ["Vous avez choisi de remettre sur papier\u00a0:", ...labels.map((label) => `– ${label}`), sentence].join(
    "\n",
  );
}
