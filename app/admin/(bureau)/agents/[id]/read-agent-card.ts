import { notFound } from "next/navigation";
import { getAgent } from "@/lib/staff/queries/list-agents";
import type { AgentCard } from "@/lib/staff/types";
import { isId, type AgentId } from "@/lib/shared/ids";
import type { requireAdmin } from "@/lib/web/session/current-actor";
import { orNotFound } from "@/lib/web/page/or-not-found";

type Admin = Awaited<ReturnType<typeof requireAdmin>>;

/** The agent of the address, or the page of what does not exist. */
export function readAgentCard(admin: Admin, id: string): Promise<AgentCard> {
  if (!isId(id)) notFound();
  return orNotFound(() => getAgent(admin, id as AgentId));
}
