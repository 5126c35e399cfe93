import { headers } from "next/headers";
import { secretName } from "./form-data";

/** What a browser without JavaScript posted too late, by the request that carried it: gone with it. */
const kept = new WeakMap<object, readonly Posted[]>();

export type Posted = { name: string; value: string };

/**
 * In an action refused because the session is over: keeps what was posted for the page that this same request shows, which
 * could not show the form again without knowing whose it is. Secrets and files are left out.
 */
export async function keepExpiredForm(data: FormData): Promise<void> {
  const posted = [...data].flatMap(([name, value]) =>
    typeof value === "string" && !secretName.test(name) ? [{ name, value }] : [],
  );
  kept.set(await headers(), posted);
}

/** In the page of the same request: what to post again once signed in; null when nothing was posted. */
export async function findExpiredForm(): Promise<readonly Posted[] | null> {
  return kept.get(await headers()) ?? null;
}
