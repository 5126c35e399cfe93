import { cookies } from "next/headers";
import { listCookie, rememberedList } from "@/lib/shared/list-cookie";
import { cookieOptions } from "./cookies";

/** In a page: the query of the agents' list as this browser last showed it; empty when it never did. Whatever it holds is to be read as any address is. */
export async function lastList(): Promise<URLSearchParams> {
  return new URLSearchParams((await cookies()).get(listCookie)?.value ?? "");
}

/**
 * In an action that leads to the list: after a script ran it, Next renders the list inside the action's own answer, where proxy.ts sees no
 * page to remember. `href`: the list's address, with its query.
 */
export async function rememberList(href: string): Promise<void> {
  const [, query = ""] = href.split("?");
  (await cookies()).set(listCookie, query, cookieOptions(undefined, rememberedList.cookiePath));
}

/** In an action: the next agent on this computer begins at their own list. */
export async function forgetList(): Promise<void> {
  (await cookies()).set(listCookie, "", cookieOptions(0, rememberedList.cookiePath));
}
