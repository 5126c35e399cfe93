/**
 * The number of a demande, « 2026-7K3Q-9XM4 »: the year, seven random characters of Crockford's base 32 and a check
 * character that catches every single wrong character (docs/decisions/007). Pure: whoever asks gives the randomness.
 */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const randomLength = 7;

/** `bytes`: at least seven random bytes; the five low bits of each are used, so every character is as likely. */
export function makeNumber(year: number, bytes: Uint8Array): string {
  const body = Array.from(bytes.slice(0, randomLength), (byte) => alphabet.charAt(byte & 31)).join("");
  if (body.length !== randomLength) throw new Error("a number needs seven random bytes");
  const all = `${year}${body}`;
  const code = body + checkCharacter(all);
  return `${year}-${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * What a person typed or dictated, as it was given: case, spaces, dashes, O for 0 and I or L for 1 are forgiven.
 * Null when it cannot be the number of a demande.
 */
export function readNumber(typed: string): string | null {
  const plain = typed
    .slice(0, 40)
    .toUpperCase()
    .replace(/^N[°ºO]?\s+/, "")
    .replace(/[\s\p{Pd}._/]/gu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  if (!/^20\d{2}[0-9A-Z]{8}$/.test(plain)) return null;
  if ([...plain.slice(4)].some((character) => !alphabet.includes(character))) return null;
  if (checkCharacter(plain.slice(0, -1)) !== plain.at(-1)) return null;
  return `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}`;
}

/** Odd weights are units modulo 32, so changing one character always changes the sum. */
function checkCharacter(characters: string): string {
  const sum = [...characters].reduce((total, character, i) => total + alphabet.indexOf(character) * (2 * i + 1), 0);
  return alphabet.charAt(sum % 32);
}
