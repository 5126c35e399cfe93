import { and, eq, gt, lte, or, sql } from "drizzle-orm";
import { agents, agentServices, agentSessions, services } from "@/db/schema/organisation";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { env } from "@/lib/kernel/env";
import { NotFound } from "@/lib/kernel/errors";
import { versionOf } from "@/lib/kernel/seen-version";
import { inFrenchOrder } from "@/lib/shared/french-order";
import type { SessionId } from "@/lib/shared/ids";
import type { Portal } from "@/lib/shared/portal";
import { readAccountSettings, type AccountSettings } from "./account-settings";
import { defaultPortal, readOrganisations, readPortal, toPortal, toShownLogo, type PortalSetting } from "./portal";
import { versionsOf } from "./setting-versions";
import { nextCode } from "./totp";
import type { AgentSession } from "./types";

export type { AgentSession };

/** The live session whose secret has this SHA-256; null when ended, expired, or when the agent is no longer active. */
export async function findAgentSession(tokenHash: string): Promise<AgentSession | null> {
  const now = clock.now();
  const rows = await database()
    .select({
      sessionId: agentSessions.id,
      agentId: agents.id,
      name: agents.name,
      role: agents.role,
      hasSecondFactor: agentSessions.hasSecondFactor,
      lastSeenAt: agentSessions.lastSeenAt,
      idleExpiresAt: agentSessions.idleExpiresAt,
      expiresAt: agentSessions.expiresAt,
      serviceId: services.id,
      serviceName: services.name,
      isClosed: sql<boolean>`${services.closedAt} is not null`,
    })
    .from(agentSessions)
    .innerJoin(agents, eq(agents.id, agentSessions.agentId))
    .leftJoin(agentServices, eq(agentServices.agentId, agents.id))
    // A service that closed is read by those who follow its heir: a person who asks about what it answered has somebody to answer.
    .leftJoin(services, or(eq(services.id, agentServices.serviceId), eq(services.heirId, agentServices.serviceId)))
    .where(
      and(
        eq(agentSessions.tokenHash, tokenHash),
        eq(agents.isActive, true),
        gt(agentSessions.idleExpiresAt, now),
        gt(agentSessions.expiresAt, now),
        lte(agentSessions.lastSeenAt, clock.horizon()),
      ),
    );
  const [first] = rows;
  if (!first) return null;
  const { serviceId: _id, serviceName: _name, isClosed: _closed, ...session } = first;
  const served = inFrenchOrder(
    rows.flatMap(({ serviceId: id, serviceName: name, isClosed }) => (id && name ? [{ id, name, isClosed }] : [])),
    ({ name }) => name,
  );
  return {
    ...session,
    serviceIds: [...new Set(served.map(({ id }) => id))],
    serviceNames: served.filter(({ isClosed }) => !isClosed).map(({ name }) => name),
  };
}

/** What the town decided of its citizens' accounts, for the page that changes it. Throws NotFound to whoever is no administrator. */
export async function getAccountSettings(actor: Actor): Promise<AccountSettings & { version: string }> {
  if (actor.kind !== "admin") throw new NotFound();
  const settings = await readAccountSettings();
  return { ...settings, version: versionOf(settings) };
}

/** What the town decided of its portal; the defaults where nothing was decided yet. */
export async function findPortal(): Promise<Portal> {
  const [setting, organisations] = await Promise.all([readPortal(), readOrganisations()]);
  return toPortal(setting, organisations);
}

/** What stands for the town's decisions while they cannot be read. */
export function portalByDefault(): Portal {
  return toPortal(defaultPortal(), []);
}

/**
 * What the town decided of its portal, as it was typed, for the page that changes it; `shownLogo` is the logo of these `versions`, where
 * the pages of the portal may still show an older one. Throws NotFound to whoever is no administrator.
 */
export async function getPortalSetting(
  actor: Actor,
): Promise<PortalSetting & { shownLogo: Portal["logo"]; versions: ReturnType<typeof versionsOf> }> {
  if (actor.kind !== "admin") throw new NotFound();
  const setting = await readPortal();
  return { ...setting, shownLogo: toShownLogo(setting.logo), versions: versionsOf(setting) };
}

/** The town's own logo, a PNG, and the name of this drawing; null when it has none. */
export async function findLogo(): Promise<{ png: Buffer; version: string } | null> {
  const { logo } = await readPortal();
  return logo && "png" in logo ? { png: Buffer.from(logo.png, "base64"), version: logo.version } : null;
}

/**
 * The code that an agent between the two steps must type: only in the demonstration, which has no telephone, and only while
 * the letters stay in the embedded mailbox. Null otherwise.
 */
export async function findDemonstrationCode(sessionId: SessionId): Promise<string | null> {
  const { PARVIS_DEMO, drivers } = env();
  if (!PARVIS_DEMO || drivers.mail !== "mailbox") return null;
  const [row] = await database()
    .select({ totpSecret: agents.totpSecret, totpLastStep: agents.totpLastStep })
    .from(agentSessions)
    .innerJoin(agents, eq(agents.id, agentSessions.agentId))
    .where(
      and(
        eq(agentSessions.id, sessionId),
        eq(agentSessions.hasSecondFactor, false),
        gt(agentSessions.expiresAt, clock.now()),
      ),
    )
    .limit(1);
  return row ? nextCode(row.totpSecret, row.totpLastStep) : null;
}
