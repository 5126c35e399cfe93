import type { Tx } from "@/lib/kernel/database";
import type { Answers, DemarcheDefinition } from "@/lib/demarches/form";
import type { ServiceId } from "@/lib/shared/ids";
import { nameInLetter } from "@/lib/shared/mail-content";
import { type Announced, tell } from "../moves/announce";
import { applicantParts } from "../draft/applicant";
import { beneficiaryParts } from "../draft/beneficiary";
import type { Counting } from "../rules/delays";
import type { RecepisseView } from "./recepisse";
import { recepisseView } from "./recepisse-view";
import type { AttachmentView } from "../types/demande";

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

/** The acknowledgement owed after every submission (F46, F93; CRPA, art. L. 112-3 and R. 112-5). The first one carries the récépissé. */
async function acknowledgeOne(tx: Tx, demande: Acknowledged, submission: Submission): Promise<void> {
  const view = await recepisseView(tx, demande);
  const event = `${submission}:${demande.revision}`;
  await tell(tx, demande, event, `demande.${submission}`, (about) => ({
    ...about,
    ...receivedFacts(demande, view),
    ...receivedBy(demande, view),
  }));
}

/** Acknowledges one filing that several services received: its link opens them all. */
async function acknowledgeAll(tx: Tx, demandes: AllAcknowledged, submission: Submission): Promise<void> {
  const [first] = demandes;
  const views = await viewsOf(tx, demandes);
  const [view] = views;
  if (!view) return;
  await tell(tx, first, `${submission}:${first.revision}`, "demande.filed_together", (about) => ({
    ...about,
    ...receivedFacts(first, view.view),
    each: views.map((each) => receivedBy(each.demande, each.view)),
  }));
}

async function viewsOf(tx: Tx, demandes: AllAcknowledged) {
  const views = [];
  for (const demande of demandes) views.push({ demande, view: await recepisseView(tx, demande) });
  return views;
}

/** Of the whole submission. */
function receivedFacts({ answers, accountId }: Acknowledged, { receivedAt, delay }: RecepisseView) {
  return {
    applicant: nameInLetter(applicantParts(answers)),
    beneficiary: nameInLetter(beneficiaryParts(answers)) || null,
    receivedAt,
    delay,
    hasAccount: accountId !== null,
  };
}

/** Of each service that receives it. */
function receivedBy({ id, number }: Acknowledged, { service, papers }: RecepisseView) {
  return { demandeId: id, number, service, papers };
}
