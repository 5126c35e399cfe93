import type { Staff } from "@/lib/kernel/actor";
import { done, type Result } from "@/lib/shared/result";
import type { SearchQueue } from "../schema/agent";
import { findNumber } from "./list-queue";

/** What was searched: the demande itself when it is the number of one that the reader may open, words otherwise. */
export async function searchQueue(
  agent: Staff,
  input: SearchQueue,
): Promise<Result<SearchQueue & { number: string | null }, never>> {
  return done({ ...input, number: await findNumber(agent, input.q) });
}
