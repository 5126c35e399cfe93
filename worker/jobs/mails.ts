import type { System } from "@/lib/kernel/actor";
import { env } from "@/lib/kernel/env";
import { drainOutbox, type OutgoingMail } from "@/lib/letters/jobs/drain-outbox";
import { findPortal } from "@/lib/organisation/queries/find-portal";
import type { Job, JobLimits } from "@/lib/ports/jobs";
import { scheduled } from "@/lib/vocabulary/scheduled-tasks";
import { renderMail, sendMail, type MailLook } from "@/lib/ports/mail";
import { makeAttachments } from "./mail-attachments";

/** Sends the e-mails that wait. Woken each second by the worker, each minute by a cron. */
export const mailJob: Job = {
  ...scheduled("courriels"),
  run: sendWaitingMails,
};

async function sendWaitingMails(actor: System, limits: JobLimits): Promise<number> {
  const look = await mailLook();
  const { sent, failed, postponed } = await drainOutbox(actor, {
    ...limits,
    deliver: { email: (mail) => sendByEmail(actor, mail, look) },
  });
  return sent + failed + postponed;
}

async function sendByEmail(
  actor: System,
  { key, messageId, to, content, frame }: OutgoingMail,
  look: MailLook,
): Promise<void> {
  const [rendered, attachments] = await Promise.all([
    renderMail(content, look, frame),
    makeAttachments(actor, content.attachments ?? []),
  ]);
  await sendMail({ key, messageId, to, ...rendered, attachments });
}

async function mailLook(): Promise<MailLook> {
  const { town, title, theme } = await findPortal();
  return { town, title, colour: theme.light.primary, appUrl: env().APP_URL };
}
