import { headers } from "next/headers";
import type { FormState, FormValues } from "@/lib/shared/form-state";
import { valuesOf, type FlatForm } from "./form-data";
import type { LostAccess } from "../session/lost-access";

type Action = (previous: FormState, data: FormData) => Promise<FormState>;
/** What to send again once it is open again, and where. */
type ExpiredForm = { action: Action; values: FormValues; lost: LostAccess };
/** `form` is absent when what was sent again got an answer in place: the page then gives it to its own form. */
type LateForm = { form?: ExpiredForm };

/** Marks a form that is sent again. No field of a page bears this name. */
export const sentAgainField = "renvoi-apres-session";

/** What was posted after the end of the session, by the request that carried it: gone with it. */
const kept = new WeakMap<object, LateForm>();

/**
 * In an action refused because the session, or the key of a browser without account, is over: keeps what was posted for the page that this same request shows without
 * JavaScript, which could not show its form again without knowing whose it is. Secrets and files are left out.
 */
export async function keepExpiredForm(action: Action, flat: FlatForm, lost: LostAccess): Promise<void> {
  kept.set(await headers(), { form: { action, values: valuesOf(flat), lost } });
}

/** In an action that answers in place what was sent again: the page of this same request gives the answer to its own form. */
export async function keepAnswerToLate(): Promise<void> {
  const request = await headers();
  if (!kept.has(request)) kept.set(request, {});
}

/** In the layout of the same request; null when nothing came too late. */
export async function findLateForm(): Promise<LateForm | null> {
  return kept.get(await headers()) ?? null;
}
