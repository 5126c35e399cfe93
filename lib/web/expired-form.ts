import { headers } from "next/headers";
import type { FormState, FormValues } from "@/lib/shared/form-state";
import { valuesOf, type FlatForm } from "./form-data";

type Action = (previous: FormState, data: FormData) => Promise<FormState>;
type ExpiredForm = { action: Action; values: FormValues };

/** What was posted after the end of the session, by the request that carried it: gone with it. */
const kept = new WeakMap<object, ExpiredForm>();

/**
 * In an action refused because the session is over: keeps what was posted for the page that this same request shows without
 * JavaScript, which could not show its form again without knowing whose it is. Secrets and files are left out.
 */
export async function keepExpiredForm(action: Action, flat: FlatForm): Promise<void> {
  kept.set(await headers(), { action, values: valuesOf(flat) });
}

/** In the layout of the same request: what to post again once signed in, and where; null when nothing came too late. */
export async function findExpiredForm(): Promise<ExpiredForm | null> {
  return kept.get(await headers()) ?? null;
}
