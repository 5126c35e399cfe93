import type { z } from "zod";
import type { DemandeMailKind, MailKind } from "@/lib/vocabulary/mail-kinds";
import type { NotificationKind } from "@/lib/vocabulary/notification-kinds";
import { accountFacts } from "./facts/accounts";
import { agentFacts } from "./facts/agents";
import { demandeFacts } from "./facts/demandes";

/** Every letter that the portal writes, with the schema of its facts. The words of each are in `fr/`. */
const schemas = { ...accountFacts, ...agentFacts, ...demandeFacts };

export type LetterKind = keyof typeof schemas;
export type FactsOf<K extends LetterKind> = z.output<(typeof schemas)[K]>;

export const letterKinds = Object.keys(schemas) as LetterKind[];

export const factsSchemas: { [K in LetterKind]: z.ZodType<FactsOf<K>> } = schemas;

/** Letters that are about the same thing as another: under its name in the outbox, the journal and the preferences. */
const topics = {
  "account.already_registered": "account.activation",
  "account.recovery_old_address": "account.recovery_confirmed",
  "account.held": "account.frozen",
  "account.reopening_asked": "account.frozen",
  "account.still_frozen": "account.frozen",
  "account.reopened_to_others": "account.frozen",
  "account.email_taken": "account.email",
  "account.email_replaced": "account.email_restored",
  "account.identity_linked": "account.identity",
  "account.identity_unlinked": "account.identity",
  "agent.new_access": "agent.invitation",
  "demande.filed": "demande.received",
  "demande.changed": "demande.received",
  "demande.corrected": "demande.received",
  "demande.filed_together": "demande.received",
  "demande.withdrawn": "demande.received",
  "demande.taken": "demande.status",
  "demande.complete": "demande.status",
  "demande.released": "demande.status",
  "demande.validated": "demande.decided",
  "demande.rejected": "demande.decided",
  "demande.cancelled": "demande.decided",
  "demande.reopened": "demande.decided",
  "demande.draft_link": "demande.follow",
} as const satisfies Partial<Record<LetterKind, MailKind>>;

type Topics = typeof topics;
export type TopicOf<K extends LetterKind> = K extends keyof Topics ? Topics[K] : K & MailKind;

/** What the outbox says that a letter is about (lib/vocabulary/mail-kinds.ts). */
export function topicOf(kind: LetterKind): MailKind {
  return isApart(kind) ? topics[kind] : kind;
}

/** The preference and the line of the portal that it belongs to. */
export function notifiedTopic<K extends NotifiedKind>(kind: K): TopicOf<K> & NotificationKind {
  return topicOf(kind) as TopicOf<K> & NotificationKind;
}

type Apart = keyof Topics;
function isApart(kind: LetterKind): kind is Apart {
  return kind in topics;
}

type KindOf<T extends MailKind> = { [K in LetterKind]: TopicOf<K> extends T ? K : never }[LetterKind];

/** Letters about a demande. */
export type DemandeLetterKind = KindOf<DemandeMailKind>;
/** Those that the portal tells too, on its page of notifications. */
export type NotifiedKind = KindOf<NotificationKind>;

/**
 * Letters whose text the law fixes on the day of the act: the acknowledgements (CRPA, art. R. 112-5), what is asked to complete
 * (art. L. 114-5) and the decisions with their reasons (art. L. 211-5). They are put into words when they are written; the others, when they leave.
 */
const frozen = [
  "demande.filed",
  "demande.changed",
  "demande.corrected",
  "demande.filed_together",
  "demande.withdrawn",
  "demande.incomplete",
  "demande.validated",
  "demande.rejected",
  "demande.cancelled",
  "demande.reopened",
] as const satisfies readonly LetterKind[];

/** Letters that find their words when they leave. */
export type LaterKind = Exclude<LetterKind, (typeof frozen)[number]>;

export function isFrozen(kind: LetterKind): boolean {
  return frozen.some((one) => one === kind);
}
