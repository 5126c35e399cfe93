import { z } from "zod";
import { isId, type MailId } from "@/lib/shared/ids";

export const retryMailSchema = z.object({
  mailId: z.custom<MailId>(
    (value) => typeof value === "string" && isId(value),
    "L’adresse de cette page est incomplète.",
  ),
});
export type RetryMail = z.infer<typeof retryMailSchema>;

const once = z.string().max(200).optional().catch(undefined);

/** Addresses of /admin/journal and /admin/courriels: `?suite=…&objet=…&etat=…`. */
export const watchParamsSchema = z.object({
  suite: once,
  objet: once,
  etat: z.enum(["waiting", "sent", "failed"]).catch("failed"),
});
