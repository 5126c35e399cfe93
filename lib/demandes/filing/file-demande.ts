import { randomUUID } from "node:crypto";
import { and, eq, isNull, ne } from "drizzle-orm";
import { attachments, demandeRevisions } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import { Invariant } from "@/lib/kernel/errors";
import type { Work } from "@/lib/kernel/transact";
import type { Answers } from "@/lib/demarches/form";
import { acknowledge, type Acknowledged, type Submission } from "./acknowledge";
import { applicantName } from "../draft/applicant";
import { beneficiaryName, relationOf } from "../draft/beneficiary";
import { countingOf } from "../moves/counting";
import { countingFiled } from "../rules/delays";
import { fileTwin } from "./file-together";
import type { LockedDraft } from "../draft/lock-draft";
import { moveTo } from "../moves/move-to";
import { receivingService } from "./destination";
import type { Taken } from "../moves/holdings";
import { sharesOf, type Share, type Shares } from "./recipients";
import { submitsTo } from "../status";
import { filedColumns, freeNumber } from "./submission";
import type { AttachmentView } from "../types/demande";

/** What is submitted. */
export type Prepared = { submission: Submission; answers: Answers; files: readonly AttachmentView[]; at: Date };
/** A submission that nothing refuses any more, and what a first filing took. */
export type Filing = Prepared & { taken?: Taken };
type Traced = Pick<Work, "tx" | "record">;

const verbOf = { filed: "demande.submitted", changed: "demande.revised", corrected: "demande.corrected" } as const;

/**
 * Files the open form of a locked demande: to its service; or a first filing to each service that it chose, the demande itself to
 * the first. One acknowledgement for all. Returns the number of the demande.
 */
export async function fileDemande(work: Traced, actor: Actor, draft: LockedDraft, filing: Filing): Promise<string> {
  const [share, ...others] = await sharesFor(work.tx, draft, filing);
  const filingId = others.length > 0 ? randomUUID() : null;
  const first = await fileOne(work, actor, draft, { ...filing, ...share }, filingId);
  const { applicant, beneficiary, number } = first;
  const { demande, definition, context } = draft;
  const twins: Acknowledged[] = [];
  if (filingId !== null) {
    const relationId = relationOf(filing.answers, context.people);
    const original = { ...filing, demande, definition, relationId, filingId, applicant, beneficiary };
    for (const other of others) twins.push(await fileTwin(work, original, other));
  }
  await acknowledge(work.tx, [first, ...twins], filing.submission);
  return number;
}

/**
 * A first filing goes to services that are open, and stay so until the end. What was filed once goes where it went: the answers
 * chose the services then, and whoever closes one waits for this demande.
 */
async function sharesFor(tx: Tx, draft: LockedDraft, { submission, answers }: Filing): Promise<Shares> {
  if (submission !== "filed") return [{ serviceId: draft.demande.serviceId, answers }];
  const [first, ...others] = sharesOf(draft, answers);
  const received: [Share, ...Share[]] = [await asReceived(tx, first)];
  for (const share of others) received.push(await asReceived(tx, share));
  return received;
}

async function asReceived(tx: Tx, share: Share): Promise<Share> {
  return { ...share, serviceId: await receivingService(tx, share.serviceId) };
}

async function fileOne(
  { tx, record }: Traced,
  actor: Actor,
  draft: LockedDraft,
  filing: Filing & Share,
  filingId: string | null,
): Promise<Acknowledged> {
  const { demande, open, definition, context } = draft;
  const to = submitsTo(demande.status);
  if (!to) throw new Invariant(`nothing to submit from ${demande.status}`);
  await freeze(tx, draft, filing);
  const number = demande.number ?? (await freeNumber(tx, filing.at));
  const applicant = applicantName(filing.answers);
  const beneficiary = beneficiaryName(filing.answers);
  const { submission, answers, files, at, serviceId } = filing;
  const { submittedAt } = demande;
  const { number: revision } = open;
  const counting = await countingAt(tx, demande, filing);
  const set = filedColumns({
    counting,
    answers,
    at,
    definition,
    number,
    revision,
    applicant,
    beneficiary,
    submittedAt,
  });
  const filed = { ...set, serviceId, relationId: relationOf(answers, context.people) };
  await moveTo(tx, actor, demande, to, {
    revision,
    taken: filing.taken,
    set: filingId === null ? filed : { ...filed, filingId },
  });
  await record(verbOf[submission], demande.id, { revision, files: files.length });
  const facts = { number, serviceId, definition, answers, files, applicant, beneficiary, revision };
  return { ...demande, ...facts, receivedAt: at, counting };
}

/** Nothing was missing to what is filed, or changed while it waits. */
async function countingAt(tx: Tx, { id, submittedAt }: LockedDraft["demande"], { submission, at }: Filing) {
  const filedAt = submittedAt ?? at;
  return submission === "corrected" ? countingOf(tx, id, filedAt, at) : countingFiled(filedAt);
}

/** What was filed stays as it was filed (T7): answers, and files. */
async function freeze(tx: Tx, { demande, open }: LockedDraft, { answers, at }: Filing): Promise<void> {
  const closed = await tx
    .update(demandeRevisions)
    .set({ answers, submittedAt: at, updatedAt: at, edition: open.edition + 1 })
    .where(
      and(
        eq(demandeRevisions.demandeId, demande.id),
        eq(demandeRevisions.number, open.number),
        isNull(demandeRevisions.submittedAt),
      ),
    )
    .returning({ number: demandeRevisions.number });
  if (closed.length === 0) throw new Invariant("an open revision was closed under its lock");
  await tx
    .update(attachments)
    .set({ isFrozen: true })
    .where(
      and(eq(attachments.demandeId, demande.id), eq(attachments.isFrozen, false), ne(attachments.origin, "answer")),
    );
}
