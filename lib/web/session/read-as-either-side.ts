import type { Actor } from "@/lib/kernel/actor";
import { NotFound } from "@/lib/kernel/errors";
import { currentAgent, currentVisitor } from "./current-actor";

/**
 * Reads what both sides may ask for under one address (files, PDFs): as the citizen or guest of this browser, then as its
 * agent. A browser may hold both sessions; each keeps its own rights, they are never added up.
 */
export async function readAsEitherSide<T>(read: (actor: Actor) => Promise<T>): Promise<T> {
  try {
    return await read(await currentVisitor());
  } catch (error) {
    const agent = error instanceof NotFound ? await currentAgent() : null;
    if (!agent) throw error;
    return read(agent);
  }
}
