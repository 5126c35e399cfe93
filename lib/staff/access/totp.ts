import { Secret, TOTP } from "otpauth";
import { clock } from "@/lib/kernel/clock";
import { fingerprint, seal, unseal } from "@/lib/kernel/crypto";

/** RFC 6238: six digits, thirty seconds; the code before and the one after are accepted, for clocks that drift. */
const period = 30;

/** A new secret, sealed, ready for the agent's row. */
export function newTotpSecret(): string {
  return seal("totp", new Secret({ size: 20 }).base32);
}

/**
 * The secret that one link proposes to one browser, sealed. Made from both, so that it is the same each time the page is opened,
 * nothing is written before the agent has typed a first code, and whoever read the letter never sees it. `browser`: the secret
 * that the browser was given when it began.
 */
export function linkTotpSecret(jeton: string, browser: string): string {
  const bytes = Buffer.from(fingerprint("totp-link", `${jeton}\n${browser}`), "hex").subarray(0, 20);
  return seal("totp", new Secret({ buffer: new Uint8Array(bytes).buffer }).base32);
}

/** What the application asks for: the secret as text, in groups of four, and as the address that a QR code carries. */
export function totpSetup(sealed: string, { issuer, label }: { issuer: string; label: string }) {
  const { secret } = totpOf(sealed);
  const uri = new TOTP({ issuer, label, secret, digits: 6, period }).toString();
  return { secret: secret.base32.replace(/(.{4})(?=.)/g, "$1 "), uri };
}

/**
 * The step (number of the 30-second slot) that a code belongs to, or null when it is wrong or its step was already used:
 * each code serves once.
 */
export function acceptedStep(sealed: string, code: string, lastStep: string | null): number | null {
  const timestamp = clock.now().getTime();
  const delta = totpOf(sealed).validate({ token: code, timestamp, window: 1 });
  if (delta === null) return null;
  const step = stepAt(timestamp) + delta;
  return lastStep !== null && step <= Number(lastStep) ? null : step;
}

/** The next code that would be accepted: shown by the demonstration, and never otherwise. */
export function nextCode(sealed: string, lastStep: string | null): string {
  const now = stepAt(clock.now().getTime());
  const step = Math.max(now, Number(lastStep ?? 0) + 1);
  return totpOf(sealed).generate({ timestamp: step * period * 1000 });
}

function totpOf(sealed: string): TOTP {
  return new TOTP({ secret: Secret.fromBase32(unseal("totp", sealed)), digits: 6, period });
}

function stepAt(timestamp: number): number {
  return Math.floor(timestamp / 1000 / period);
}
