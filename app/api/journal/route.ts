import { exportJournal } from "@/lib/audit/commands";
import { filtersOf, journalParamsSchema } from "@/lib/audit/schema";
import { csvResponse } from "@/lib/web/route/csv-response";
import { currentActor, currentAgent } from "@/lib/web/session/current-actor";
import { missing } from "@/lib/web/page/missing";
import { routeGuard } from "@/lib/web/route/route-guard";
import { today } from "@/lib/web/page/today";

/** The journal under the filters of its page, as CSV (X20). For administrators; it does not exist for anybody else. */
export const GET = routeGuard({ name: "journal", limit: { max: 10, windowSeconds: 60 } }, async (request) => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const actor = (await currentAgent()) ?? (await currentActor());
  const exported = await exportJournal(actor, filtersOf(journalParamsSchema.parse(query)));
  return exported.ok ? csvResponse(`journal-${today()}`, exported.value) : missing();
});
