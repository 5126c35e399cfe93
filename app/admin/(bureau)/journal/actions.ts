"use server";

import type { Route } from "next";
import { journalHref } from "@/components/audit/journal-href";
import { filterJournalSchema } from "@/lib/audit/schema";
import { done } from "@/lib/shared/result";
import { formAction } from "@/lib/web/form/form-action";

/** The filters typed become an address, which can be kept and paged. */
export const filterJournalAction = formAction({
  name: "filter-journal",
  who: "manager",
  schema: filterJournalSchema,
  run: async () => done(null),
  refusals: {},
  onDone: (_value, params) => journalHref("/admin/journal", params) as Route,
});
