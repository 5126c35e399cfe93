"use server";

import type { Route } from "next";
import { done } from "@/lib/shared/result";
import { queueHref } from "@/components/admin/queue-href";
import { queueParamsSchema, searchQueueSchema } from "@/lib/demandes/schema/agent";
import { formAction } from "@/lib/web/form-action";
import { sealText } from "@/lib/web/sealed-text";

/** The words searched go into the address sealed: a name must stand in no history and no log. */
export const searchQueueAction = formAction({
  name: "search-queue",
  who: "agent",
  schema: searchQueueSchema,
  run: async (_agent, input) => done(input),
  refusals: {},
  onDone: ({ q, ...criteria }) =>
    queueHref(queueParamsSchema.parse({ ...criteria, recherche: q ? sealText(q) : undefined })) as Route,
});
