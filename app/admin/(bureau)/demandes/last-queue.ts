import { queueHref } from "@/lib/demandes/rules/queue-href";
import { queueParamsSchema } from "@/lib/demandes/schema/agent";
import { lastList } from "@/lib/web/page/last-list";

/** The list that the agent left: its filters, its search, its page. */
export async function lastQueueHref(): Promise<string> {
  const params = queueParamsSchema.parse(Object.fromEntries(await lastList()));
  return queueHref(params, params.suite);
}
