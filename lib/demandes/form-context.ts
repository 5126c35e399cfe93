import { clock } from "@/lib/kernel/clock";
import type { Reader } from "@/lib/kernel/database";
import { beneficiarySectionKey, type Answers, type DemarcheDefinition, type FormContext } from "@/lib/demarches/form";
import { getAnswer } from "@/lib/demarches/paths";
import { listRelationsInRoles } from "@/lib/relations/queries";
import type { RelationView } from "@/lib/relations/types";
import { isoDay } from "@/lib/shared/dates";
import { isId, type AccountId } from "@/lib/shared/ids";
import { contextAsFiled } from "./as-filed";
import type { Filed } from "./correction";

export type DemandeContext = FormContext & {
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
  const context = {
    today: isoDay(clock.now()),
    isSignedIn: accountId !== null,
    relations: people.map(({ id, name }) => ({ id, label: name })),
    people,
  };
  return filed ? contextAsFiled(context, filed) : context;
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
