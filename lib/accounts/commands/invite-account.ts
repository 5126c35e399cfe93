import type { Actor } from "@/lib/kernel/actor";
import { mayMail } from "@/lib/letters/outbox/mail-limits";
import { transact } from "@/lib/kernel/transact";
import { done } from "@/lib/shared/result";
import { invite } from "../access/invite-person";
import type { InviteAccount } from "../schema/citizen";

/**
 * First step of an account (F10, F11): the address receives a link valid 24 hours. Someone who already has an account
 * receives a letter that says so; the answer is the same, so that nobody learns who has one (F12). Never refuses.
 */
export async function inviteAccount(actor: Actor, input: InviteAccount) {
  const isMailAllowed = await mayMail(input.email, "anyone");
  return transact(actor, async ({ tx, record, unrecorded }) => {
    if (!isMailAllowed) unrecorded("too many letters to this address: nothing is written");
    else if (!(await invite({ tx, record }, input))) unrecorded("nothing is mailed to an account that is frozen");
    return done(null);
  });
}
