import { and, eq, isNull } from "drizzle-orm";
import { messages } from "@/db/schema/messages";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import type { DemandeId } from "@/lib/shared/ids";

/** Marks read what one side wrote in a thread; returns how many messages were not. */
export async function markRead(tx: Tx, demandeId: DemandeId, author: "citizen" | "agent"): Promise<number> {
  const read = await tx
    .update(messages)
    .set({ readAt: clock.now() })
    .where(and(eq(messages.demandeId, demandeId), eq(messages.author, author), isNull(messages.readAt)))
    .returning({ id: messages.id });
  return read.length;
}
