import type { Tx } from "@/lib/kernel/database";
import type { Answers, DemarcheDefinition } from "@/lib/demarches/form";
import type { ServiceId } from "@/lib/shared/ids";
import { tokenLifetime } from "@/lib/vocabulary/tokens";
import { nameInLetter, noReply } from "@/lib/shared/mail-content";
import { count } from "@/lib/shared/text";
import type { Announced } from "./announce";
import { tell } from "./announce";
import { applicantParts } from "./applicant";
import { beneficiaryParts } from "./beneficiary";
import { papersParagraph } from "./papers";
import type { Counting } from "./delays";
import { recepisseFacts, serviceFacts } from "./recepisse";
import { recepisseView } from "./recepisse-view";
import type { AttachmentView } from "./types";

/** What was submitted: a first filing, a change while it waits, or the correction of what the service named. */
export type Submission = "filed" | "changed" | "corrected";

export type Acknowledged = Announced & {
  number: string;
  serviceId: ServiceId;
  definition: DemarcheDefinition;
  answers: Answers;
  files: readonly AttachmentView[];
  applicant: string | null;
  beneficiary: string | null;
  receivedAt: Date;
  counting: Counting;
  revision: number;
};

/** A submission's demandes: one, or one a service where it chose several (decision 033). */
export type AllAcknowledged = readonly [Acknowledged, ...Acknowledged[]];

/** One letter for a submission, however many services receive it. */
export async function acknowledge(tx: Tx, demandes: AllAcknowledged, submission: Submission): Promise<void> {
  const [first] = demandes;
  await (demandes.length === 1 ? acknowledgeOne(tx, first, submission) : acknowledgeAll(tx, demandes, submission));
}

/**
 * The acknowledgement owed after every submission (F46, F93; CRPA, art. L. 112-3 and R. 112-5): the number, what is promised,
 * what is to be brought on paper, the facts and the service; the law last, under its own title. The first one carries the récépissé.
 */
async function acknowledgeOne(tx: Tx, demande: Acknowledged, submission: Submission): Promise<void> {
  const view = await recepisseView(tx, demande);
  const { number } = demande;
  await tell(tx, demande, `${submission}:${demande.revision}`, {
    kind: "demande.received",
    notice: `${demande.demarche.title} : ${noticeOf[submission]}`,
    tab: "historique",
    actionLabel: "Suivre ma demande",
    mail: {
      subject: subjectOf[submission](number),
      paragraphs: [
        openingOf[submission](demande.demarche.title, number),
        view.delay.promise,
        ...(view.papers ? [papersParagraph(view.papers)] : []),
      ],
      facts: [...recepisseFacts({ ...view, ...namesInLetter(demande.answers) }), ...serviceFacts(view)],
      last: { title: view.delay.lawTitle, paragraphs: view.delay.law },
      closing: [demande.accountId ? keepNumber : guestClosing, noReply],
      attachments:
        submission === "filed"
          ? [{ name: `recepisse-${number}.pdf`, kind: "recepisse", demandeId: demande.id }]
          : undefined,
    },
  });
}

/**
 * Acknowledges one filing that several services received: one letter, the number and the service of each, a récépissé of each. Its
 * link opens them all.
 */
async function acknowledgeAll(tx: Tx, demandes: AllAcknowledged, submission: Submission): Promise<void> {
  const [first] = demandes;
  const [view, ...others] = await viewsOf(tx, demandes);
  if (!view) return;
  const views = [view, ...others];
  const { title } = first.demarche;
  const total = count(demandes.length, "demande");
  await tell(tx, first, `${submission}:${first.revision}`, {
    kind: "demande.received",
    notice: `${title} : vos ${total} sont reçues.`,
    tab: "historique",
    actionLabel: "Suivre mes demandes",
    mail: {
      subject: `Accusé de réception de vos ${total}`,
      paragraphs: [
        `Nous avons bien reçu vos ${total}, «\u00a0${title}\u00a0»\u00a0: une pour chaque service que vous avez choisi. Chacun prend la sienne en charge et vous répond.`,
        view.delay.promise,
        ...views.flatMap(({ papers }) => (papers ? [papersParagraph(papers)] : [])),
      ],
      facts: [
        ...recepisseFacts({ ...view, ...namesInLetter(first.answers) }).slice(1),
        ...views.flatMap((each) => [{ label: "Demande n°", value: each.number }, ...serviceFacts(each)]),
      ],
      last: { title: view.delay.lawTitle, paragraphs: view.delay.law },
      closing: [first.accountId ? keepNumbers : guestClosingOfAll, noReply],
      attachments: demandes.map(({ id, number }) => ({
        name: `recepisse-${number}.pdf`,
        kind: "recepisse",
        demandeId: id,
      })),
    },
  });
}

async function viewsOf(tx: Tx, demandes: AllAcknowledged) {
  const views = [];
  for (const demande of demandes) views.push(await recepisseView(tx, demande));
  return views;
}

function namesInLetter(answers: Answers): { applicant: string; beneficiary: string | null } {
  return {
    applicant: nameInLetter(applicantParts(answers)),
    beneficiary: nameInLetter(beneficiaryParts(answers)) || null,
  };
}

const subjectOf: Record<Submission, (number: string) => string> = {
  filed: (number) => `Accusé de réception de votre demande n° ${number}`,
  changed: (number) => `Votre demande n° ${number} est modifiée`,
  corrected: (number) => `Vos corrections à la demande n° ${number} sont reçues`,
};

const openingOf: Record<Submission, (demarche: string, number: string) => string> = {
  filed: (demarche, number) =>
    `Nous avons bien reçu votre demande n°\u00a0${number}, «\u00a0${demarche}\u00a0». Un agent va la prendre en charge.`,
  changed: (demarche, number) =>
    `Nous avons bien reçu les modifications de votre demande n°\u00a0${number}, «\u00a0${demarche}\u00a0». Un agent va la prendre en charge.`,
  corrected: (demarche, number) =>
    `Nous avons bien reçu vos corrections à la demande n°\u00a0${number}, «\u00a0${demarche}\u00a0». Un agent va la reprendre.`,
};

const noticeOf: Record<Submission, string> = {
  filed: "votre demande est reçue.",
  changed: "vos modifications sont reçues.",
  corrected: "vos corrections sont reçues.",
};

const keepNumber = "Gardez ce numéro : il vous sera demandé si vous contactez le service.";
const keepNumbers = "Gardez ces numéros : ils vous seront demandés si vous contactez un des services.";
const guestClosingOfAll = `Le lien de ce courriel sert une fois, ouvre toutes ces demandes et reste valable ${tokenLifetime("follow_up")}. Ensuite, la page « Suivre une demande » vous envoie un nouveau lien, avec un de ces numéros et votre courriel.`;
const guestClosing = `Le lien de ce courriel sert une fois et reste valable ${tokenLifetime("follow_up")}. Ensuite, la page « Suivre une demande » vous en envoie un nouveau, avec ce numéro et votre courriel.`;
