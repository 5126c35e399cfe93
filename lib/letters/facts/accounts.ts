import { z } from "zod";
import { contact, instant, secret } from "./parts";

/** Facts of the letters of accounts, by kind: what happened, in no language. */
export const accountFacts = {
  "account.activation": z.object({ secret }),
  /** `path`: where to go on once signed in. */
  "account.already_registered": z.object({ path: z.string() }),
  "account.welcome": z.object({ username: z.string() }),
  "account.validated": z.object({}),
  "account.validation_refused": z.object({ reason: z.string() }),
  "account.changes_accepted": z.object({}),
  "account.changes_refused": z.object({ reason: z.string() }),
  "account.suspended": z.object({ reason: z.string(), contact }),
  "account.reinstated": z.object({}),
  "account.recovery_asked": z.object({ secret }),
  "account.recovery_refused": z.object({}),
  "account.recovery_confirmed": z.object({ username: z.string().nullable(), secret }),
  /** To the address left behind. */
  "account.recovery_old_address": z.object({ contact, secret }),
  "account.frozen": z.object({ contact }),
  "account.held": z.object({ contact, effectiveAt: instant }),
  "account.reopening_asked": z.object({ contact, from: instant }),
  "account.still_frozen": z.object({ contact }),
  "account.reopened_to_others": z.object({ contact }),
  "account.reopened": z.object({ secret }),
  "account.username": z.object({ username: z.string() }),
  "account.username_changed": z.object({ username: z.string() }),
  "account.password": z.object({ secret }),
  /** `isIdentityLinked`: FranceConnect still opens the account; a new password does not change that. */
  "account.password_changed": z.object({ isIdentityLinked: z.boolean() }),
  "account.sign_in_link": z.object({ secret }),
  "account.email": z.object({ secret }),
  "account.email_taken": z.object({}),
  "account.email_warning": z.object({}),
  "account.email_changed": z.object({ secret }),
  "account.email_restored": z.object({ secret }),
  /** To the address that the account no longer uses. */
  "account.email_replaced": z.object({}),
  "account.identity": z.object({ secret }),
  "account.identity_linked": z.object({}),
  "account.identity_unlinked": z.object({}),
  "account.export_made": z.object({ expiresAt: instant }),
  /** `day`: any instant of the day of the deletion. */
  "account.idle": z.object({ day: instant }),
  "account.deletion": z.object({ secret }),
  /** `finishing`: the demandes that go on without the account; `withdrawn`: how many were, as it was asked. */
  "account.deleted": z.object({
    finishing: z.array(z.object({ number: z.string(), demarche: z.string() })).readonly(),
    withdrawn: z.number(),
  }),
};
