import { hasRoom } from "@/lib/kernel/disk-room";
import { NoRoom, Retryable } from "@/lib/kernel/errors";
import { done, refuse, type Result } from "@/lib/shared/result";
import { countForToday, uncountForToday, type DayRefusal, type Sender } from "./ceilings";

/** « no_room »: the disk is full, or nearly; « try_again »: the store did not answer. */
export type StoreRefusal = DayRefusal | "no_room" | "try_again";

/**
 * Stores files of these sizes with `store`, within what their sender may store in a day and what the disk has left. What could not
 * be stored is not counted. `isCounted`: the day was counted when the files were announced (a direct upload).
 */
export async function storeCounted<T>(
  sender: Sender & { isCounted?: boolean },
  sizes: readonly number[],
  store: () => Promise<T>,
): Promise<Result<T, StoreRefusal>> {
  if (!(await hasRoom())) return refuse("no_room");
  const counted = sender.isCounted ? done(null) : await countForToday(sender, sizes);
  if (!counted.ok) return counted;
  try {
    return done(await store());
  } catch (error) {
    if (!sender.isCounted) await uncountForToday(sender, sizes);
    if (error instanceof NoRoom) return refuse("no_room");
    if (error instanceof Retryable) return refuse("try_again");
    throw error;
  }
}
