import { headers } from "next/headers";
import type { RefusedForm } from "@/lib/shared/form-state";

/** What was refused of a request: gone with it. */
const refusals = new WeakMap<object, RefusedForm>();

/** In an action that refuses: the page that this same request shows without JavaScript says so in its title, whatever its forms. */
export async function noteRefusal(refused: RefusedForm): Promise<void> {
  refusals.set(await headers(), refused);
}

/** In the root layout of the same request. */
export async function isRefusedRequest(): Promise<boolean> {
  return refusals.has(await headers());
}

/**
 * What was refused of the form that this same request posted without JavaScript; null where nothing was. For a page on which
 * the state that refused it leaves no form to say it, nor to hold what was typed.
 */
export async function findRefusal(): Promise<RefusedForm | null> {
  return refusals.get(await headers()) ?? null;
}
