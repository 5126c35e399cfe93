import type { AccountParams } from "../schema/agent";
import { accountViewSlugs } from "../types/agent";

/** The address of a page of the accounts with these criteria. `next`: cursor of the following page. */
export function accountsHref({ vue, recherche }: Partial<AccountParams>, next?: string): string {
  const query = new URLSearchParams();
  if (vue && vue !== "all") query.set("vue", accountViewSlugs[vue]);
  if (recherche) query.set("recherche", recherche);
  if (next) query.set("suite", next);
  const text = query.toString();
  return text ? `/admin/comptes?${text}` : "/admin/comptes";
}
