import { cookies } from "next/headers";
import { seal, unseal } from "@/lib/kernel/crypto";
import { cookieOptions } from "./cookies";

/** Notes from one page to the next that must not stand in an address: encrypted, for one path, for an hour. */
export type NoteName = "courriel" | "envoi";

export async function keepNote(name: NoteName, text: string, path: string): Promise<void> {
  (await cookies()).set(`parvis_${name}`, seal(`note:${name}`, text), cookieOptions(3_600, path));
}

export async function readNote(name: NoteName): Promise<string | null> {
  const value = (await cookies()).get(`parvis_${name}`)?.value;
  if (!value) return null;
  try {
    return unseal(`note:${name}`, value);
  } catch {
    // Altered, or sealed by a key that is gone: as if it had never been there.
    return null;
  }
}
