import { seal, unseal } from "@/lib/kernel/crypto";

/**
 * Words that somebody typed, as a parameter of an address: a name searched by an agent must stand neither in the history of
 * a browser nor in the log of a proxy.
 */
export function sealText(text: string): string {
  return seal("address", text);
}

/** The words behind the parameter; none when it is absent. `isLost`: it is there and cannot be read, it was cut, altered or is too old. */
export function openText(sealed: string | undefined): { words: string; isLost: boolean } {
  if (!sealed) return { words: "", isLost: false };
  try {
    return { words: unseal("address", sealed), isLost: false };
  } catch {
    return { words: "", isLost: true };
  }
}
