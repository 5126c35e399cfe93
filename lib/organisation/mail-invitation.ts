import type { Tx } from "@/lib/kernel/database";
import { post } from "@/lib/letters/post";
import type { AgentId } from "@/lib/shared/ids";
import { issueAgentToken } from "./tokens";

type Invited = { id: AgentId; email: string; name: string; isNew: boolean };

/** The link by which an agent chooses a password and a second factor; `isNew`: for the first time. */
export async function mailInvitation(tx: Tx, { id, email, name, isNew }: Invited): Promise<void> {
  const token = await issueAgentToken(tx, id, "agent_invitation");
  const recipient = { to: email, name, key: `agent.invitation:${token.id}` };
  await post(tx, isNew ? "agent.invitation" : "agent.new_access", { secret: token.secret }, recipient);
}
