import { headers } from "next/headers";
import { env } from "@/lib/kernel/env";
import { judgeOrigin } from "../route/origin";
import { noteAct } from "../route/visit";

/**
 * In an action, first of all: whether the browser proves that the post comes from a page of this portal, whatever proxy.ts did
 * before. From here on, what fails is our doing: the visit is told.
 */
export async function isFromOwnPage(): Promise<boolean> {
  const { APP_URL, TRUST_PROXY } = env();
  const received = await headers();
  noteAct(received);
  return judgeOrigin(received, APP_URL, TRUST_PROXY) === "same-origin";
}
