import { addressColumns } from "@/lib/accounts/profile/address-columns";
import { changeHeldIn } from "@/lib/accounts/profile/change-held";
import { addressSchema } from "@/lib/accounts/schema/citizen";
import type { Actor } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/transact";
import type { Answers } from "@/lib/demarches/form";
import { newAddressOf } from "@/lib/demarches/rules/new-address";
import { done, refuse, type Result } from "@/lib/shared/result";
import type { LockedDraft } from "./lock-draft";

/** « held » waits for an agent (T11); « later »: the day of the move has not come, nothing was written. */
export type KeptAddress = "saved" | "held" | "later";

/**
 * « Mettre à jour aussi l’adresse de mon compte », ticked at the summary by whoever is signed in (T17; F6: never unasked). The rules
 * and the trace of the account's own page, in the transaction of the filing: an address that it would refuse refuses the whole
 * (details: errors by control).
 */
export async function keepNewAddress(
  work: Work,
  actor: Actor,
  { definition, context }: LockedDraft,
  answers: Answers,
): Promise<Result<KeptAddress | undefined, "invalid">> {
  const found = actor.kind === "citizen" ? newAddressOf(definition, answers) : null;
  if (actor.kind !== "citizen" || !found) return done(undefined);
  if (found.from > context.today) return done("later");
  const { line, extra, postalCode, commune } = found.address;
  const read = addressSchema.safeParse({ addressLine: line, addressExtra: extra, postalCode, commune });
  if (!read.success)
    return refuse("invalid", { [found.path]: `Votre compte ne peut pas garder cette adresse. ${orUntick}` });
  const columns = await addressColumns(read.data);
  if (!columns.ok)
    return refuse("invalid", { [`${found.path}.commune`]: `${columns.details?.commune ?? ""} ${orUntick}` });
  return done(await changeHeldIn(work, actor.accountId, columns.value));
}

const orUntick = "Ou décochez « Mettre à jour aussi l’adresse de mon compte ».";
