"use server";

import { z } from "zod";
import { saveAddress } from "@/lib/accounts/commands/save-address";
import { saveContact } from "@/lib/accounts/commands/save-contact";
import { saveIdentity } from "@/lib/accounts/commands/save-identity";
import { withdrawChanges } from "@/lib/accounts/commands/withdraw-changes";
import { addressFormSchema, contactFormSchema, identityFormSchema } from "@/lib/accounts/schema/citizen";
import { asFieldErrors, formAction } from "@/lib/web/form/form-action";

const sheet = "/espace/compte/donnees" as const;
const saved = { saved: "Vos données sont enregistrées.", held: "Votre modification est en attente de validation." };
const withdrawn = {
  withdrawn: "Votre modification est retirée. Votre compte garde ses données.",
  answered: "Cette modification n’attend plus : voici les données de votre compte.",
};

/** F20, F69, F85. */
export const saveIdentityAction = formAction({
  name: "save-identity",
  who: "citizen",
  schema: identityFormSchema,
  run: saveIdentity,
  refusals: { invalid: asFieldErrors },
  onDone: (outcome) => ({ to: sheet, message: saved[outcome] }),
});

export const saveAddressAction = formAction({
  name: "save-address",
  who: "citizen",
  schema: addressFormSchema,
  run: saveAddress,
  refusals: { invalid: asFieldErrors },
  onDone: (outcome) => ({ to: sheet, message: saved[outcome] }),
});

/** F25, F70. */
export const saveContactAction = formAction({
  name: "save-contact",
  who: "citizen",
  schema: contactFormSchema,
  run: saveContact,
  refusals: { invalid: asFieldErrors },
  onDone: () => ({ to: sheet, message: saved.saved }),
});

/** F44. */
export const withdrawChangesAction = formAction({
  name: "withdraw-changes",
  who: "citizen",
  schema: z.object({}),
  run: (actor) => withdrawChanges(actor),
  refusals: {},
  onDone: (outcome) => ({ to: sheet, message: withdrawn[outcome] }),
});
