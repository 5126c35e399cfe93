import { headers } from "next/headers";
import { env } from "@/lib/kernel/env";
import { judgeOrigin } from "./origin";

/** In an action: whether the browser proves that the post comes from a page of this portal, whatever proxy.ts did before. */
export async function isFromOwnPage(): Promise<boolean> {
  const { APP_URL, TRUST_PROXY } = env();
  return judgeOrigin(await headers(), APP_URL, TRUST_PROXY) === "same-origin";
}
