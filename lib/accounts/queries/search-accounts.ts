import type { Actor } from "@/lib/kernel/actor";
import { requireStaff } from "@/lib/kernel/staff";
import { done, type Result } from "@/lib/shared/result";
import type { SearchAccounts } from "../schema/agent";

/** What was searched, for the address of its results. Throws NotFound to whoever is no agent. */
export async function searchAccounts(actor: Actor, input: SearchAccounts): Promise<Result<SearchAccounts, never>> {
  requireStaff(actor);
  return Promise.resolve(done(input));
}
