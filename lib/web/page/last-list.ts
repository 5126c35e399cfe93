import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import { listCookie } from "@/lib/shared/list-cookie";
import { cookieOptions, isSecure } from "../session/cookies";

/** The list that is remembered, and under which address its cookie is sent. */
const listPath = "/admin/demandes";
const cookiePath = "/admin";
/** Longer, an address is not one that our pages made. */
const longestQuery = 2_000;

/** In a page: the query of the agents' list as this browser last showed it; empty when it never did. Whatever it holds is to be read as any address is. */
export async function lastList(): Promise<URLSearchParams> {
  return new URLSearchParams((await cookies()).get(listCookie)?.value ?? "");
}

/**
 * In proxy.ts: the `set-cookie` that remembers the list being shown, so that a demande and its decisions lead back there; null for
 * any other request. What was searched is sealed in the address.
 */
export function shownList({ method, nextUrl, headers }: Pick<NextRequest, "method" | "nextUrl" | "headers">) {
  const isPageView = method === "GET" && headers.get("next-router-prefetch") === null;
  const query = nextUrl.search.slice(1);
  if (!isPageView || nextUrl.pathname !== listPath || query.length > longestQuery) return null;
  return `${listCookie}=${encodeURIComponent(query)}; Path=${cookiePath}; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`;
}

/**
 * In an action that leads to the list: after a script ran it, Next renders the list inside the action's own answer, where proxy.ts sees no
 * page to remember. `href`: the list's address, with its query.
 */
export async function rememberList(href: string): Promise<void> {
  const [, query = ""] = href.split("?");
  (await cookies()).set(listCookie, query, cookieOptions(undefined, cookiePath));
}

/** In an action: the next agent on this computer begins at their own list. */
export async function forgetList(): Promise<void> {
  (await cookies()).set(listCookie, "", cookieOptions(0, cookiePath));
}
