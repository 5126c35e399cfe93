"use server";

import { stopRecovery } from "@/lib/accounts/commands/stop-recovery";
import { linkSchema } from "@/lib/accounts/schema/citizen";
import { formAction } from "@/lib/web/form/form-action";
import { linkLimit } from "@/lib/web/form/limits";
import { expiredSentence } from "@/lib/vocabulary/tokens";

const contact = "Si vous n’êtes pas à l’origine de la demande, contactez tout de suite la mairie.";

/** F68: uses the link up; the account keeps its address, and is frozen. */
export const stopRecoveryAction = formAction({
  name: "stop-recovery",
  who: "anyone",
  limit: linkLimit,
  schema: linkSchema,
  run: (actor, input) => stopRecovery(actor, input),
  refusals: {
    expired: `${expiredSentence("recovery_stop")} ${contact}`,
    used: "Ce lien a déjà servi : la demande est arrêtée.",
    unknown: `Ce lien n’est pas reconnu. ${contact}`,
    decided: `Les agents ont déjà décidé de cette demande. ${contact}`,
  },
  onDone: () => "/compte/recuperation?fait=oui",
});
