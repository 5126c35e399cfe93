"use server";

import type { Route } from "next";
import { queueHref } from "@/lib/demandes/rules/queue-href";
import { searchQueue } from "@/lib/demandes/queries/search-queue";
import { queueParamsSchema, searchQueueSchema } from "@/lib/demandes/schema/agent";
import { formAction } from "@/lib/web/form/form-action";
import { rememberList } from "@/lib/web/page/last-list";
import { sealText } from "@/lib/web/session/sealed-text";

/** A number leads to its demande. Words go into the address sealed: a name must stand in no history and no log. */
export const searchQueueAction = formAction({
  name: "search-queue",
  who: "agent",
  schema: searchQueueSchema,
  run: searchQueue,
  refusals: {},
  onDone: async ({ q, number, ...criteria }) => {
    if (number) return `/admin/demandes/${number}` as Route;
    const href = queueHref(queueParamsSchema.parse({ ...criteria, recherche: q ? sealText(q) : undefined }));
    await rememberList(href);
    return href as Route;
  },
});
