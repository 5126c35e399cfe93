import { hasRoom } from "@/lib/kernel/disk-room";
import { refuse, type Result } from "@/lib/shared/result";
import { countForToday, type DayRefusal, type Sender } from "../storing/ceilings";

/** Files that a browser is about to put in the store by itself: counted for today, where there is room for them. */
export async function announceFiles(
  sender: Sender,
  sizes: readonly number[],
): Promise<Result<null, DayRefusal | "no_room">> {
  return (await hasRoom()) ? countForToday(sender, sizes) : refuse("no_room");
}
