"use server";

import { retryMail } from "@/lib/audit/commands";
import { retryMailSchema } from "@/lib/audit/schema";
import { formAction } from "@/lib/web/form/form-action";

export const retryMailAction = formAction({
  name: "retry-mail",
  who: "manager",
  schema: retryMailSchema,
  run: retryMail,
  refusals: { not_failed: "Ce courriel n’est plus en échec : il a été relancé ou envoyé entre-temps." },
  onDone: () => ({ to: "/admin/courriels", message: "Le courriel sera renvoyé dans un instant." }),
});
