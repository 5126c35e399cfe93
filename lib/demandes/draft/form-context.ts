import { clock } from "@/lib/kernel/clock";
import type { Reader } from "@/lib/kernel/database";
import { beneficiarySectionKey, type Answers, type DemarcheDefinition, type FormContext } from "@/lib/demarches/form";
import { getAnswer } from "@/lib/demarches/fields/paths";
import { servicesNamed } from "@/lib/demarches/rules/forwarding";
import { listRelationsInRoles } from "@/lib/relations/queries";
import type { RelationView } from "@/lib/relations/types";
import { isoDay } from "@/lib/shared/dates";
import { isId, type AccountId } from "@/lib/shared/ids";
import { contextAsFiled } from "./as-filed";
import type { Filed } from "../revision/correction";
import { listReached, type Recipient } from "../filing/recipients";

export type DemandeContext = FormContext & {
  /** Of a first filing: the services that its form names and somebody reads. */
  reached: readonly Recipient[];
  /** The relations behind `relations`, whole: what fills the beneficiary's parts. */
  people: readonly RelationView[];
};

/** What the form depends on beside its answers: today, the account, and whom it may file for; `filed`, when it was filed once. */
export async function formContext(
  reader: Reader,
  accountId: AccountId | null,
  definition: DemarcheDefinition,
  filed: Filed | null,
): Promise<DemandeContext> {
  const people = accountId ? await listRelationsInRoles(reader, accountId, definition.beneficiary?.roles ?? []) : [];
  const reached = filed ? [] : await listReached(reader, definition);
  const context = {
    today: isoDay(clock.now()),
    isSignedIn: accountId !== null,
    relations: people.map(({ id, name }) => ({ id, label: name })),
    people,
    reached,
    unreached: filed ? undefined : notAmong(servicesNamed(definition), reached),
  };
  return filed ? contextAsFiled(context, filed) : context;
}

function notAmong(slugs: readonly string[], reached: readonly Recipient[]): string[] {
  return slugs.filter((slug) => !reached.some((recipient) => recipient.slug === slug));
}

/** To read a filed form: the beneficiary's name comes from the demande, so that nobody looks into the account's relations. */
export function readingContext(
  { accountId, beneficiaryName }: { accountId: string | null; beneficiaryName: string | null },
  answers: Answers,
): FormContext {
  const who = getAnswer(answers, `${beneficiarySectionKey}.who`);
  const isRelation = typeof who === "string" && isId(who);
  return {
    today: isoDay(clock.now()),
    isSignedIn: accountId !== null,
    asksWho: who !== undefined,
    relations: isRelation ? [{ id: who, label: beneficiaryName ?? "" }] : undefined,
  };
}
