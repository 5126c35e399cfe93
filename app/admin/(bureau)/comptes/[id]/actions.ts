"use server";

import { acceptChanges, refuseChanges } from "@/lib/accounts/commands/decide-changes";
import { reinstateAccount, suspendAccount } from "@/lib/accounts/commands/suspend-account";
import { refuseValidation, validateAccount } from "@/lib/accounts/commands/validate-account";
import {
  acceptChangesSchema,
  accountActSchema,
  refuseChangesSchema,
  refuseValidationSchema,
  suspendAccountSchema,
} from "@/lib/accounts/schema/agent";
import { formAction } from "@/lib/web/form/form-action";
import { changed as refusals, toAccount } from "./answers";

export const validateAccountAction = formAction({
  name: "validate-account",
  who: "agent",
  schema: accountActSchema,
  run: validateAccount,
  refusals,
  onDone: toAccount("Le compte est validé. Son titulaire en est informé."),
});

export const refuseValidationAction = formAction({
  name: "refuse-validation",
  who: "agent",
  schema: refuseValidationSchema,
  run: refuseValidation,
  refusals,
  onDone: toAccount("La validation est refusée. Le titulaire du compte reçoit le motif."),
});

export const acceptChangesAction = formAction({
  name: "accept-changes",
  who: "agent",
  schema: acceptChangesSchema,
  run: acceptChanges,
  refusals,
  onDone: toAccount("La modification est acceptée. Le titulaire du compte en est informé."),
});

export const refuseChangesAction = formAction({
  name: "refuse-changes",
  who: "agent",
  schema: refuseChangesSchema,
  run: refuseChanges,
  refusals,
  onDone: toAccount("La modification est refusée. Le titulaire du compte reçoit le motif."),
});

export const suspendAccountAction = formAction({
  name: "suspend-account",
  who: "admin",
  schema: suspendAccountSchema,
  run: suspendAccount,
  refusals,
  onDone: toAccount("Le compte est suspendu, et ses connexions sont fermées."),
});

export const reinstateAccountAction = formAction({
  name: "reinstate-account",
  who: "admin",
  schema: accountActSchema,
  run: reinstateAccount,
  refusals,
  onDone: toAccount("La suspension est levée. Le titulaire du compte en est informé."),
});
