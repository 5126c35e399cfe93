import type { Tx } from "@/lib/kernel/database";
import { queueMail } from "@/lib/kernel/outbox";
import type { AgentId } from "@/lib/shared/ids";
import { agentInvitationMail } from "./mails";
import { issueAgentToken } from "./tokens";

type Invited = { id: AgentId; email: string; name: string; isNew: boolean };

/** The link by which an agent chooses a password and a second factor; `isNew`: for the first time. */
export async function mailInvitation(tx: Tx, { id, email, name, isNew }: Invited): Promise<void> {
  const token = await issueAgentToken(tx, id, "agent_invitation");
  const content = agentInvitationMail(name, token.secret, isNew);
  await queueMail(tx, { to: email, kind: "agent.invitation", key: `agent.invitation:${token.id}`, content });
}
