import { noReply, type MailContent } from "@/lib/shared/mail-content";
import { correctionReasonLabels, type CorrectionReason } from "@/lib/vocabulary/documents";
import type { NotificationKind } from "@/lib/vocabulary/notification-kinds";

/** What was done to a demande, and what its owner must know of it. */
export type Act =
  | { kind: "taken" }
  | { kind: "complete" }
  | { kind: "incomplete"; reason: string; items: readonly FlaggedItem[] }
  | { kind: "validated"; reason: string; files: number }
  | { kind: "rejected" | "cancelled" | "reopened"; reason: string }
  | { kind: "withdrawn" };

export type FlaggedItem = { label: string; reason: CorrectionReason; comment: string };

/** One event in our own words: the line in the portal, and the e-mail. */
export type Told = {
  kind: NotificationKind;
  notice: string;
  /** The tab of the demande where it leads, or the page of its correction. */
  tab: "historique" | "demande" | "pieces" | "echanges" | "corriger";
  actionLabel: string;
  mail: Omit<MailContent, "greeting" | "action">;
};

type Named = { number: string | null; demarche: { title: string } };
type Written = {
  subject: string;
  paragraphs: readonly string[];
  items?: readonly string[];
  notice: string;
  kind: NotificationKind;
  tab?: Told["tab"];
  actionLabel?: string;
};

/** No e-mail is to be answered: exchanges live in the portal (T8). */
const closing = [`${noReply} Vos échanges avec le service se font dans le suivi de votre demande.`];

export function sayAct(demande: Named, act: Act): Told {
  const {
    subject,
    paragraphs,
    items,
    notice,
    kind,
    tab = "historique",
    actionLabel = "Suivre ma demande",
  } = write(demande, act);
  return {
    kind,
    notice,
    tab,
    actionLabel,
    mail: { subject, paragraphs, items, facts: factsOf(demande), closing },
  };
}

export function factsOf({ number, demarche }: Named): { label: string; value: string }[] {
  return [
    { label: "Numéro de la demande", value: number ?? "" },
    { label: "Démarche", value: demarche.title },
  ];
}

function write(demande: Named, act: Act): Written {
  const title = demande.demarche.title;
  const n = `n° ${demande.number ?? ""}`;
  switch (act.kind) {
    case "taken":
      return {
        kind: "demande.status",
        subject: `Votre demande ${n} est prise en charge`,
        paragraphs: [
          "Un agent a pris en charge votre demande. Vous ne pouvez plus la modifier : si une information manque, nous vous la demanderons.",
        ],
        notice: `${title} : un agent a pris en charge votre demande.`,
      };
    case "complete":
      return {
        kind: "demande.status",
        subject: `Votre demande ${n} est complète`,
        paragraphs: [
          "Tous les éléments nécessaires au traitement de votre demande sont présents, elle suit son cours.",
        ],
        notice: `${title} : votre demande est complète.`,
      };
    case "incomplete":
      return {
        kind: "demande.incomplete",
        subject: `Votre demande ${n} est à compléter`,
        paragraphs: [
          "Le service a décelé des manques dans votre demande. Elle reprendra dès que vous les aurez corrigés.",
          act.reason,
        ].filter(isSaid),
        items: act.items.map(sayItem),
        notice: `${title} : votre demande est à compléter ou à corriger.`,
        tab: "corriger",
        actionLabel: "Corriger ma demande",
      };
    case "validated":
      return {
        kind: "demande.decided",
        subject: `Votre demande ${n} est acceptée`,
        paragraphs: ["Votre demande a été validée.", act.reason, sayAnswer(act.files)].filter(isSaid),
        notice: `${title} : votre demande est acceptée.`,
        actionLabel: act.files > 0 ? "Lire la réponse" : "Suivre ma demande",
      };
    case "rejected":
      return {
        kind: "demande.decided",
        subject: `Votre demande ${n} est refusée`,
        paragraphs: ["Le service a rejeté votre demande, pour le motif suivant :", act.reason, appeal],
        notice: `${title} : votre demande est refusée.`,
      };
    case "cancelled":
      return {
        kind: "demande.decided",
        subject: `Votre demande ${n} est annulée par l’administration`,
        paragraphs: ["Le service a annulé votre demande, pour le motif suivant :", act.reason],
        notice: `${title} : votre demande est annulée par l’administration.`,
      };
    case "reopened":
      return {
        kind: "demande.decided",
        subject: `Votre demande ${n} est rouverte`,
        paragraphs: ["Le service a rouvert votre demande, pour le motif suivant :", act.reason],
        notice: `${title} : votre demande est rouverte.`,
      };
    case "withdrawn":
      return {
        kind: "demande.received",
        subject: `Votre demande ${n} est annulée`,
        paragraphs: ["Vous avez annulé votre demande. Le service ne la traitera pas."],
        notice: `${title} : vous avez annulé votre demande.`,
      };
  }
}

/** Means of appeal against a refusal (code de justice administrative, art. R. 421-1). */
const appeal =
  "Vous avez deux mois pour contester ce refus : en écrivant au service (recours gracieux), ou devant le tribunal administratif, par courrier ou sur www.telerecours.fr.";

function sayItem({ label, reason, comment }: FlaggedItem): string {
  return `${label} : ${correctionReasonLabels[reason].toLowerCase()}. ${comment}`.trim();
}

/** F134: how to fetch the answer. */
function sayAnswer(files: number): string {
  if (files === 0) return "";
  const what = files === 1 ? "Le document de réponse vous attend" : `Les ${files} documents de réponse vous attendent`;
  return `${what} dans le suivi de votre demande, sous «\u00a0La réponse du service\u00a0».`;
}

function isSaid(text: string): boolean {
  return text.trim() !== "";
}
