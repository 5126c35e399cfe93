import { cookies } from "next/headers";
import { clock } from "@/lib/kernel/clock";
import { seal, unseal } from "@/lib/kernel/crypto";
import { cookieName, cookieOptions, type CookieName } from "./cookies";

/** What this browser keeps for us without being able to read or change it, for so many minutes. In an action or a route handler. */
export async function keepSealed(name: CookieName, value: unknown, minutes: number): Promise<void> {
  const sealed = seal(`cookie:${name}`, JSON.stringify({ value, until: clock.inMinutes(minutes).getTime() }));
  (await cookies()).set(cookieName(name), sealed, cookieOptions(minutes * 60));
}

/** The value, or null when it is absent, altered, sealed by a key that is gone, or too old. */
export async function readSealed<T>(name: CookieName): Promise<T | null> {
  const sealed = (await cookies()).get(cookieName(name))?.value;
  if (!sealed) return null;
  try {
    const { value, until } = JSON.parse(unseal(`cookie:${name}`, sealed)) as { value: T; until: number };
    return until > clock.now().getTime() ? value : null;
  } catch {
    return null;
  }
}
