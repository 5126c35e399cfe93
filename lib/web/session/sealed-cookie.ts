import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { clock } from "@/lib/kernel/clock";
import { masterKeys } from "@/lib/kernel/crypto";
import { cookieName, cookieOptions, type CookieName } from "./cookies";

/**
 * What this browser keeps for us without being able to read or change it, for so many minutes: next-auth's sealed token, in
 * which it keeps the checks of a sign-in under way (decision 022). In an action or a route handler.
 */
export async function keepSealed(name: CookieName, value: unknown, minutes: number): Promise<void> {
  const [secret = ""] = masterKeys();
  const token = { value, until: clock.inMinutes(minutes).getTime() };
  const sealed = await encode({ token, secret, salt: saltOf(name), maxAge: minutes * 60 });
  (await cookies()).set(cookieName(name), sealed, cookieOptions(minutes * 60));
}

/** The value, or null when it is absent, altered, another cookie's, sealed by a key that is gone, or too old. */
export async function readSealed<T>(name: CookieName): Promise<T | null> {
  const sealed = (await cookies()).get(cookieName(name))?.value;
  if (!sealed) return null;
  for (const secret of masterKeys()) {
    const token = await open(sealed, secret, saltOf(name));
    // Its own end of life leaves fifteen seconds to clocks that differ; ours is exact.
    if (token) return Number(token.until) > clock.now().getTime() ? (token.value as T) : null;
  }
  return null;
}

async function open(token: string, secret: string, salt: string) {
  try {
    return await decode({ token, secret, salt });
  } catch {
    return null;
  }
}

function saltOf(name: CookieName): string {
  return `cookie:${name}`;
}
