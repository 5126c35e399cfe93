import { cookies } from "next/headers";
import { seal, unseal } from "@/lib/kernel/crypto";
import { cookieOptions } from "./cookies";

/** Notes from one page to the next that must not stand in an address: encrypted, for one path, for an hour. */
export type NoteName = "courriel" | "envoi";

export async function keepNote(name: NoteName, text: string, path: string): Promise<void> {
  (await cookies()).set(`parvis_${name}`, seal(`note:${name}`, text), cookieOptions(3_600, path));
}

export async function readNote(name: NoteName): Promise<string | null> {
  return openNote(name, await sealedNote(name));
}

/** As the browser holds it, for a form of that page to post to another path; empty without one. */
export async function sealedNote(name: NoteName): Promise<string> {
  return (await cookies()).get(`parvis_${name}`)?.value ?? "";
}

/** What was sealed under that name, or null. */
export function openNote(name: NoteName, value: string): string | null {
  if (value === "") return null;
  try {
    return unseal(`note:${name}`, value);
  } catch {
    // Altered, or sealed by a key that is gone: as if it had never been there.
    return null;
  }
}
