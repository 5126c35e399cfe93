import { and, eq } from "drizzle-orm";
import { agents } from "@/db/schema/staff";
import type { Actor } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import { mayMail } from "@/lib/letters/outbox/mail-limits";
import { post } from "@/lib/letters/outbox/post";
import { transact } from "@/lib/kernel/transact";
import { done, refuse } from "@/lib/shared/result";
import type { AgentLink, AskBrowserLink } from "../schema";
import { consumeAgentToken, issueAgentToken, lockAgentToken } from "../access/tokens";

/**
 * Mails to an agent at work a link, valid two hours, that makes known the browser where it is used: strangers who guess at the password then
 * make this agent wait no more (docs/decisions/029). The same answer whether or not the address is an agent's: never refuses.
 */
export async function askBrowserLink(actor: Actor, { email }: AskBrowserLink) {
  // Counted for whoever is typed: a limit reached must not tell who is an agent.
  const isMailAllowed = await mayMail(email, "agent");
  return transact(actor, async ({ tx, record, unrecorded }) => {
    const agent = isMailAllowed ? await lockByEmail(tx, email) : undefined;
    if (!agent) {
      unrecorded("no such agent, or too many letters: nothing is written");
      return done(null);
    }
    const token = await issueAgentToken(tx, agent.id, "agent_browser");
    const recipient = { to: email, name: agent.name, key: `agent.browser:${token.id}` };
    await post(tx, "agent.browser", { secret: token.secret }, recipient);
    await record("agent.browser_link_asked", agent.id);
    return done(null);
  });
}

/**
 * Uses the link up, and gives to whom the browser is known from now on. Nobody is signed in: password and second factor are still
 * asked. Refuses `expired`, `used`, `unknown`; the link of an agent who is no longer at work is `unknown`.
 */
export async function recogniseBrowser(actor: Actor, { jeton }: AgentLink) {
  return transact(actor, async ({ tx, record }) => {
    const link = await lockAgentToken(tx, jeton, ["agent_browser"]);
    if (link.state !== "valid") return refuse(link.state);
    const { id, agentId, deviceEpoch, isActive } = link.token;
    if (!isActive) return refuse("unknown");
    await consumeAgentToken(tx, id);
    await record("agent.browser_recognised", agentId);
    return done({ id: agentId, deviceEpoch });
  });
}

async function lockByEmail(tx: Tx, email: string) {
  const [agent] = await tx
    .select({ id: agents.id, name: agents.name })
    .from(agents)
    .where(and(eq(agents.email, email), eq(agents.isActive, true)))
    .for("update");
  return agent;
}
