import { notFound } from "next/navigation";
import { getAgent } from "@/lib/staff/queries/list-agents";
import type { AgentCard } from "@/lib/staff/types";
import { isId, type AgentId } from "@/lib/shared/ids";
import type { Manager } from "@/lib/web/session/current-actor";
import { orNotFound } from "@/lib/web/page/or-not-found";

/** The agent of the address, where the reader sees them, or the page of what does not exist. */
export function readAgentCard(admin: Manager, id: string): Promise<AgentCard> {
  if (!isId(id)) notFound();
  return orNotFound(() => getAgent(admin, id as AgentId));
}
