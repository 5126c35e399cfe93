import { randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import { isSigned, sign } from "@/lib/kernel/crypto";
import { cookieOptions } from "../session/cookies";
import { flashCookie, flashHeader } from "@/lib/shared/flash-cookie";

const flashSeconds = 60;

/** One sentence, said once. The same words said twice are two messages: `id` tells them apart. */
export type Flash = { id: string; text: string };

/** In an action, before a redirection to `to`: the sentence shown there. Never a personal datum. */
export async function flash(message: string, to = "/"): Promise<void> {
  const text = `${Buffer.from(message).toString("base64url")}.${randomUUID()}`;
  const path = new URL(to, "http://x").pathname;
  const options = { ...cookieOptions(flashSeconds, path), httpOnly: false }; // the banner erases it (flash-banner.tsx)
  (await cookies()).set(flashCookie, `${text}.${sign("flash", text)}`, options);
}

/** In a page: the sentence to show, or null. proxy.ts hands it over and erases the cookie in the same answer. */
export async function readFlash(): Promise<Flash | null> {
  const [text, id, signature] = ((await headers()).get(flashHeader) ?? "").split(".");
  if (!text || !id || !signature || !isSigned("flash", `${text}.${id}`, signature)) return null;
  return { id, text: Buffer.from(text, "base64url").toString("utf8") };
}
