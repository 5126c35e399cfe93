import { seal, unseal } from "@/lib/kernel/crypto";

/**
 * Words that somebody typed, as a parameter of an address: a name searched by an agent must stand neither in the history of
 * a browser nor in the log of a proxy.
 */
export function sealText(text: string): string {
  return seal("address", text);
}

/** The words behind the parameter; nothing when it is absent or was altered. */
export function openText(sealed: string | undefined): string {
  if (!sealed) return "";
  try {
    return unseal("address", sealed);
  } catch {
    return "";
  }
}
