import { cookies } from "next/headers";
import { listCookie, rememberedList } from "@/lib/shared/list-cookie";
import { cookieOptions } from "./cookies";

/** In a page: the query of the agents' list as this browser last showed it; empty when it never did. Whatever it holds is to be read as any address is. */
export async function lastList(): Promise<URLSearchParams> {
  return new URLSearchParams((await cookies()).get(listCookie)?.value ?? "");
}

/** In an action: the next agent on this computer begins at their own list. */
export async function forgetList(): Promise<void> {
  (await cookies()).set(listCookie, "", cookieOptions(0, rememberedList.cookiePath));
}
