import { cookies, headers } from "next/headers";
import { isSigned, sign } from "@/lib/kernel/crypto";
import { cookieOptions } from "./cookies";
import { flashCookie, flashHeader, inPlaceMark, isDocument } from "./flash-cookie";

const flashSeconds = 60;

/** In an action, before a redirection to `to`: the sentence shown there. Never a personal datum. */
export async function flash(message: string, to = "/"): Promise<void> {
  const text = Buffer.from(message).toString("base64url");
  const path = new URL(to, "http://x").pathname;
  const mark = isDocument(await headers()) ? "" : inPlaceMark;
  (await cookies()).set(flashCookie, `${text}.${sign("flash", text)}${mark}`, cookieOptions(flashSeconds, path));
}

/** In a page: the sentence to show, or null. proxy.ts hands it over and erases the cookie in the same answer. */
export async function readFlash(): Promise<string | null> {
  const [text, signature] = ((await headers()).get(flashHeader) ?? "").split(".");
  if (!text || !signature || !isSigned("flash", text, signature)) return null;
  return Buffer.from(text, "base64url").toString("utf8");
}
