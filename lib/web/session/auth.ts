import { cookies } from "next/headers";
import { cache } from "react";
import { touchAccountSession } from "@/lib/accounts/commands/open-session";
import { findAccountSession } from "@/lib/accounts/queries/find-account-session";
import type { AccountSession } from "@/lib/accounts/types/account";
import type { Citizen, Staff } from "@/lib/kernel/actor";
import { hashSecret } from "@/lib/kernel/crypto";
import { touchAgentSession } from "@/lib/staff/commands/end-agent-sessions";
import { findAgentSession } from "@/lib/staff/queries/find-agent-session";
import type { AgentSession } from "@/lib/staff/types";
import { cookieName, cookieOptions, type CookieName } from "./cookies";

/** The secret of a cookie of ours, if it looks like one: 32 bytes in base64url. */
export async function readSecret(name: CookieName): Promise<string | null> {
  const value = (await cookies()).get(cookieName(name))?.value;
  return value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null;
}

/** In an action or a route handler: gives the browser its secret. */
export async function keepSecret(name: CookieName, secret: string, maxAge?: number): Promise<void> {
  (await cookies()).set(cookieName(name), secret, cookieOptions(maxAge));
}

export async function dropSecret(name: CookieName): Promise<void> {
  (await cookies()).set(cookieName(name), "", cookieOptions(0));
}

/** What this browser was given when it began to set a second factor up. */
export async function readAgentSetup(): Promise<string | null> {
  return readSecret("agent_setup");
}

/** The citizen's session of this request, left as it is: only to say how long it lasts. */
export async function peekAccountSession(): Promise<AccountSession | null> {
  const secret = await readSecret("session");
  return secret ? findAccountSession(hashSecret(secret)) : null;
}

/** The citizen's session of this request, one query a request. Using it pushes its idle end. */
export const readAccountSession = cache(async (): Promise<AccountSession | null> => {
  const session = await peekAccountSession();
  if (!session) return null;
  const touched = await touchAccountSession(toCitizen(session), session);
  return touched.ok ? { ...session, ...touched.value } : session;
});

/** Whether this browser still holds the secret of a citizen's session that no longer opens anything. */
export async function hasEndedSession(): Promise<boolean> {
  return (await readSecret("session")) !== null && (await readAccountSession()) === null;
}

/** The agent's session of this request, left as it is. */
export async function peekAgentSession(): Promise<AgentSession | null> {
  const secret = await readSecret("agent");
  return secret ? findAgentSession(hashSecret(secret)) : null;
}

/** The agent's session of this request, whether or not the second factor was given. */
export const readAgentSession = cache(async (): Promise<AgentSession | null> => {
  const session = await peekAgentSession();
  if (!session?.hasSecondFactor) return session;
  const touched = await touchAgentSession(toAgent(session), session);
  return touched.ok ? { ...session, ...touched.value } : session;
});

export function toCitizen(session: AccountSession): Citizen {
  return {
    kind: "citizen",
    accountId: session.accountId,
    sessionId: session.sessionId,
  };
}

export function toAgent({ role, organisation, agentId, sessionId, serviceIds }: AgentSession): Staff {
  const who = { agentId, sessionId, serviceIds };
  if (role === "agent") return { kind: "agent", ...who };
  if (organisation === null) return { kind: "admin", ...who };
  return {
    kind: "organisation_admin",
    ...who,
    organisationId: organisation.id,
    organisationServiceIds: organisation.serviceIds,
  };
}
