import type { OrderQueue } from "@/lib/ports/jobs";

/** Where the copies that were asked for wait for a process. */
export const exportQueue: OrderQueue = { name: "copies-a-faire", minutes: 30 };
