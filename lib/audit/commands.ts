import { eq } from "drizzle-orm";
import { outbox } from "@/db/schema/platform";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import type { MailId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import type { RetryMail } from "./schema";

/** Puts a mail that failed back among those to send. Administrators only; « not_failed »: it was sent or put back meanwhile. */
export async function retryMail(actor: Actor, input: RetryMail): Promise<Result<MailId, "not_failed">> {
  return transact(actor, async ({ tx, record }) => {
    if (actor.kind !== "admin") throw new NotFound();
    const [mail] = await tx
      .select({ state: outbox.state })
      .from(outbox)
      .where(eq(outbox.id, input.mailId))
      .for("update");
    if (!mail) throw new NotFound();
    if (mail.state !== "failed") return refuse("not_failed");

    await tx
      .update(outbox)
      .set({ state: "waiting", attempts: 0, nextAttemptAt: clock.now() })
      .where(eq(outbox.id, input.mailId));
    await record("mail.retried", input.mailId);
    return done(input.mailId);
  });
}
