import { clock } from "@/lib/kernel/clock";
import type { Reader } from "@/lib/kernel/database";
import type { DemarcheDefinition, FormContext } from "@/lib/demarches/form";
import { listRelationsInRoles } from "@/lib/relations/queries";
import type { RelationView } from "@/lib/relations/types";
import { isoDay } from "@/lib/shared/dates";
import type { AccountId } from "@/lib/shared/ids";

export type DemandeContext = FormContext & {
  /** The relations behind `relations`, whole: what fills the beneficiary's parts. */
  people: readonly RelationView[];
};

/** What the form depends on beside its answers: today, the account, and whom it may file for. */
export async function formContext(
  reader: Reader,
  accountId: AccountId | null,
  definition: DemarcheDefinition,
): Promise<DemandeContext> {
  const people = accountId ? await listRelationsInRoles(reader, accountId, definition.beneficiary?.roles ?? []) : [];
  return {
    today: isoDay(clock.now()),
    isSignedIn: accountId !== null,
    relations: people.map(({ id, name }) => ({ id, label: name })),
    people,
  };
}
