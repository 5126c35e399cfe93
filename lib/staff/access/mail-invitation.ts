import type { Tx } from "@/lib/kernel/database";
import { post } from "@/lib/letters/outbox/post";
import type { AgentId } from "@/lib/shared/ids";
import { issueAgentToken } from "./tokens";

type Invited = { id: AgentId; email: string; name: string; isNew: boolean };

/** The key, in the outbox, of the letter that carries a link. */
export const invitationKey = (tokenId: string) => `agent.invitation:${tokenId}`;

/** The link by which an agent chooses a password and a second factor; `isNew`: for the first time. */
export async function mailInvitation(tx: Tx, { id, email, name, isNew }: Invited): Promise<void> {
  const token = await issueAgentToken(tx, id, "agent_invitation");
  const recipient = { to: email, name, key: invitationKey(token.id) };
  await post(tx, isNew ? "agent.invitation" : "agent.new_access", { secret: token.secret }, recipient);
}
