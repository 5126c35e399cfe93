import type { Actor } from "@/lib/kernel/actor";
import { transact, type Work } from "@/lib/kernel/transact";
import type { GuestHash } from "@/lib/shared/ids";
import { done, type Result } from "@/lib/shared/result";
import { closeKeys, type DraftsLeft } from "../access/guest-access";

/** What this device no longer opens, and the drafts that went with it. */
export type Quit = { closed: number; erased: number };

/**
 * « Quitter et effacer de cet appareil »: the key of this browser opens nothing any more, and the drafts that it alone opened
 * are erased, as the page said. Quitting again does nothing.
 */
export async function quitDevice(actor: Actor, guest: GuestHash): Promise<Result<Quit, never>> {
  return endKey(actor, guest, "erased");
}

/** Ends the key of this browser when its user was not asked, because somebody signs out: drafts that a letter can open are kept. */
export async function endGuestKey(actor: Actor, guest: GuestHash): Promise<Result<Quit, never>> {
  return endKey(actor, guest, "kept_with_address");
}

function endKey(actor: Actor, guest: GuestHash, drafts: DraftsLeft): Promise<Result<Quit, never>> {
  return transact(actor, async (work: Work) => {
    const { closed, erased } = await closeKeys(work, [guest], drafts);
    for (const id of closed) await work.record("demande.device_quit", id);
    if (closed.length + erased.length === 0) work.unrecorded("a key that opened nothing");
    return done({ closed: closed.length, erased: erased.length });
  });
}
