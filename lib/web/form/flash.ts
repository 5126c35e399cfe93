import { cookies, headers } from "next/headers";
import { seal, unseal } from "@/lib/kernel/crypto";
import { cookieOptions } from "../session/cookies";
import { flashCookie, flashHeader } from "@/lib/shared/flash-cookie";

const flashSeconds = 60;

/** One sentence, said once. The same words said twice are two messages: `id` tells them apart. */
export type Flash = { id: string; text: string };

/** In an action, before a redirection to `to`: the sentence shown there. Sealed: it may name a file, which names its owner. */
export async function flash(message: string, to = "/"): Promise<void> {
  const path = new URL(to, "http://x").pathname;
  const options = { ...cookieOptions(flashSeconds, path), httpOnly: false }; // the banner erases it (flash-banner.tsx)
  (await cookies()).set(flashCookie, seal("flash", message), options);
}

/** In a page: the sentence to show, or null. proxy.ts hands it over and erases the cookie in the same answer. */
export async function readFlash(): Promise<Flash | null> {
  const sealed = (await headers()).get(flashHeader);
  if (!sealed) return null;
  try {
    return { id: sealed, text: unseal("flash", sealed) };
  } catch {
    return null;
  }
}
