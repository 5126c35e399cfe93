import { headers } from "next/headers";

/** The requests of which something was refused: gone with them. */
const refused = new WeakSet<object>();

/** In an action that refuses: the page that this same request shows without JavaScript says so in its title, whatever its forms. */
export async function noteRefusal(): Promise<void> {
  refused.add(await headers());
}

/** In the root layout of the same request. */
export async function isRefusedRequest(): Promise<boolean> {
  return refused.has(await headers());
}
