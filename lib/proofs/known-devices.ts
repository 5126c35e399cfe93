import { fingerprint } from "@/lib/kernel/crypto";
import { takeTry, type Try } from "./tries";

/**
 * A browser that signed in to an account, as its sealed cookie says (« device cookies », OWASP). Whoever guesses elsewhere makes
 * the owner wait nowhere they have already been. `owner`: the account or the agent. `device`: chance, not a person.
 */
export type KnownDevice = { owner: string; epoch: number; device: string };

/** Whom a browser is known to, and the epoch of that account: the devices of an earlier one are strangers again. */
export type DeviceOwner = { id: string; deviceEpoch: number };

/**
 * The device of a browser that a letter made known. All of an owner's are one: whoever reads the mailbox may make as many browsers
 * known as letters come, and gains the tries of one. A whole sign-in gives the browser a device of its own.
 */
export const letterDevice = "letter";

/** What this browser proves about an account; undefined for a stranger. */
export function findDevice<T extends KnownDevice>(known: readonly T[], owner: DeviceOwner): T | undefined {
  return known.find(({ owner: id, epoch }) => id === owner.id && epoch === owner.deviceEpoch);
}

/**
 * Takes a try of a known browser on this account, counted apart with the same limits. Null for a stranger, and for a browser
 * that made all its tries of the day: it is then counted among strangers. `door`: which secret is tried.
 */
export async function takeDeviceTry(
  door: string,
  owner: DeviceOwner | null | undefined,
  known: readonly KnownDevice[],
): Promise<Try | null> {
  const found = owner ? findDevice(known, owner) : undefined;
  if (!found) return null;
  const tried = await takeTry(`${door}:device:${fingerprint("known-device", `${found.owner} ${found.device}`)}`);
  return tried.isSpent ? null : tried;
}
