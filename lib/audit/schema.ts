import { z } from "zod";
import { isId, type MailId } from "@/lib/shared/ids";

export const retryMailSchema = z.object({
  mailId: z.custom<MailId>(
    (value) => typeof value === "string" && isId(value),
    "L’adresse de cette page est incomplète.",
  ),
});
export type RetryMail = z.infer<typeof retryMailSchema>;
