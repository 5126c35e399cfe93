"use server";

import type { Route } from "next";
import { accountsHref } from "@/lib/accounts/rules/accounts-href";
import { searchAccounts } from "@/lib/accounts/queries/search-accounts";
import { searchAccountsSchema } from "@/lib/accounts/schema/agent";
import { formAction } from "@/lib/web/form/form-action";
import { sealText } from "@/lib/web/session/sealed-text";

/** Words go into the address sealed: a name must stand in no history and no log. */
export const searchAccountsAction = formAction({
  name: "search-accounts",
  who: "agent",
  schema: searchAccountsSchema,
  run: searchAccounts,
  refusals: {},
  onDone: ({ q, vue }) => accountsHref({ vue, recherche: q ? sealText(q) : undefined }) as Route,
});
