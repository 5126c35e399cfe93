import { eq, sql } from "drizzle-orm";
import { agents } from "@/db/schema/staff";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import type { DeviceOwner } from "@/lib/proofs/known-devices";
import type { AgentId } from "@/lib/shared/ids";
import { voidAgentTokens } from "./tokens";

/** Every browser that signed in as this agent is a stranger again, and no letter under way makes another one known. Gives what makes the present one known, where there is one. */
export async function makeAgentDevicesStrangers(tx: Tx, agentId: AgentId): Promise<DeviceOwner> {
  const [owner] = await tx
    .update(agents)
    .set({ deviceEpoch: sql`${agents.deviceEpoch} + 1` })
    .where(eq(agents.id, agentId))
    .returning({ id: agents.id, deviceEpoch: agents.deviceEpoch });
  if (!owner) throw new NotFound();
  await voidAgentTokens(tx, agentId, ["agent_browser"]);
  return owner;
}
