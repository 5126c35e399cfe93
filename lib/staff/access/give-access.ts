import type { Manager } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import type { FactsOf } from "@/lib/letters/kinds";
import type { AgentId } from "@/lib/shared/ids";
import { noteAccess } from "./accesses";
import { tellAdmins } from "../agents/tell-admins";

type Receiver = { id: AgentId; name: string; email: string };

/** What goes with every access that an administrator gives: who gave it is noted, and the other administrators are told. */
export async function giveAccess(
  tx: Tx,
  actor: Manager,
  agent: Receiver,
  how: FactsOf<"agent.access_given">["how"],
): Promise<void> {
  await noteAccess(tx, actor, agent.id);
  await tellAdmins(tx, actor, {
    kind: "agent.access_given",
    subject: agent.id,
    facts: (by) => ({ how, by, agent }),
  });
}
