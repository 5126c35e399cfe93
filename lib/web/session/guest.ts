import { cache } from "react";
import { anonymous, type Actor, type Citizen } from "@/lib/kernel/actor";
import { hashSecret } from "@/lib/kernel/crypto";
import { keptCookieSeconds, openGuestKey, touchGuestKey } from "@/lib/demandes/commands/open-guest-key";
import { endGuestKey, quitDevice, type Quit } from "@/lib/demandes/commands/quit-device";
import { findGuestKey, type GuestKey } from "@/lib/demandes/queries/find-guest-key";
import type { GuestHash } from "@/lib/shared/ids";
import { dropSecret, keepSecret, readSecret } from "./auth";

/**
 * The key of a browser without account (docs/decisions/023): it ends with the browser, and on the server after an hour without
 * a page, unless its user said that the device is theirs. While somebody is signed in it opens nothing.
 */

/** The living key of this browser, left as it is, whoever is signed in: to say that there is one, or to end it. */
export const peekGuestKey = cache(async (): Promise<GuestKey | null> => {
  const secret = await readSecret("guest");
  return secret ? findGuestKey(hashSecret<GuestHash>(secret)) : null;
});

/** For nobody signed in: what their key is known by. Using it puts its idle end off. */
export const readGuest = cache(async (): Promise<GuestHash | null> => {
  const key = await peekGuestKey();
  if (key) await touchGuestKey(key);
  return key?.hash ?? null;
});

/** Whether this browser still holds the secret of a key that no longer opens anything. */
export async function hasEndedGuestKey(): Promise<boolean> {
  return (await readSecret("guest")) !== null && (await peekGuestKey()) === null;
}

/** In an action, for nobody signed in: the key of this browser, a new one if there was none. */
export async function giveGuestKey({ isOwnDevice }: { isOwnDevice: boolean }): Promise<GuestHash> {
  const known = await readGuest();
  if (known) {
    if (isOwnDevice) await keepGuestCookie();
    return known;
  }
  const opened = await openGuestKey();
  if (!opened.ok) throw new Error("a guest key is never refused");
  await keepSecret("guest", opened.value.secret, isOwnDevice ? keptCookieSeconds : undefined);
  return opened.value.hash;
}

/** In an action: the cookie outlives the browser, for as long as a device called one’s own is kept. */
export async function keepGuestCookie(): Promise<void> {
  const secret = await readSecret("guest");
  if (secret) await keepSecret("guest", secret, keptCookieSeconds);
}

/** « Quitter et effacer de cet appareil ». Null when there was nothing to quit. */
export async function quitThisDevice(actor: Actor): Promise<Quit | null> {
  const key = await peekGuestKey();
  await dropSecret("guest");
  if (!key) return null;
  const quit = await quitDevice(actor, key.hash);
  return quit.ok ? quit.value : null;
}

/** At a sign-out: whoever comes next finds nothing, save on a device that its user called their own. */
export async function leaveGuestKey(citizen: Citizen | null): Promise<void> {
  const key = await peekGuestKey();
  if (key?.isKept) return;
  await dropSecret("guest");
  if (key) await endGuestKey(citizen ?? anonymous, key.hash);
}
