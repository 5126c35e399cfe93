import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { lastLink } from "@/db/test/traces";
import { agents } from "@/db/schema/staff";
import { organisations, services } from "@/db/schema/organisation";
import { anonymous, type Admin, type OrganisationAdmin, type System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { hashSecret, unseal } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import type { AgentId, OrganisationId, ServiceId } from "@/lib/shared/ids";
import type { AgentRole } from "@/lib/vocabulary/roles";
import { chooseAgentPassword, setSecondFactor } from "./commands/activate-agent";
import { inviteAgent } from "./commands/invite-agent";
import { registerAgent } from "./commands/register-agent";
import { addMissingOrganisation, addMissingService } from "@/lib/organisation/commands/add-missing";
import { confirmSecondFactor, signInAgent } from "./commands/sign-in-agent";
import { findAgentSession } from "./queries/find-agent-session";
import { linkTotpSecret } from "./access/totp";

export { comeBack, lastLink, lettersTo, stopClock, travel, verbsOf } from "@/db/test/traces";

/** For the tests of this module: services, agents at each step, their telephones; their letters and the clock stand in db/test/traces. */
export const password = "quatre moulins bleus sautent";
export const otherPassword = "cinq renards verts dansent";
const system: System = { kind: "system", job: "test" };

/** Two services, once a file. */
export async function settleTown(): Promise<void> {
  await addMissingOrganisation(system, { slug: "ville", name: "Ville" });
  for (const slug of ["etat-civil", "scolarite"])
    await addMissingService(system, {
      slug,
      organisation: "ville",
      name: `Service ${slug}`,
      address: "a",
      phone: "p",
      email: "e@example.org",
    });
}

export async function serviceId(slug: "etat-civil" | "scolarite" | "aide"): Promise<ServiceId> {
  const [row] = await database().select({ id: services.id }).from(services).where(eq(services.slug, slug));
  if (!row) throw new Error("no service");
  return row.id;
}

let count = 0;
const newEmail = () => `agent${(count += 1)}@belleval.example`;

/** An agent at work, as the seed makes them. */
export async function newAgent(role: AgentRole = "agent") {
  const email = newEmail();
  const made = await registerAgent(system, { email, name: "Nadège Testard", role, password, services: ["etat-civil"] });
  if (!made.ok) throw new Error("refused");
  return { email, agentId: made.value };
}

export async function newAdmin(): Promise<Admin & { email: string }> {
  const { email, agentId } = await newAgent("admin");
  const { sessionId } = await signedIn({ email, agentId });
  return { kind: "admin", agentId, sessionId, serviceIds: [], email };
}

/** A second organisation with a service of its own, once a file. */
export async function settleOther(): Promise<OrganisationId> {
  await addMissingOrganisation(system, { slug: "ccas", name: "CCAS" });
  const card = { name: "Service aide", address: "a", phone: "p", email: "e@example.org" };
  await addMissingService(system, { slug: "aide", organisation: "ccas", ...card });
  return organisationId("ccas");
}

export async function organisationId(slug: string): Promise<OrganisationId> {
  const [row] = await database().select().from(organisations).where(eq(organisations.slug, slug));
  if (!row) throw new Error(`no organisation ${slug}`);
  return row.id;
}

/** An administrator of one organisation, signed in. `slug`: a service that they follow, of whichever organisation. */
export async function newOrganisationAdmin(organisation: OrganisationId, slug = "aide"): Promise<OrganisationAdmin> {
  const email = newEmail();
  const made = await registerAgent(system, { email, name: "Ada Testard", role: "admin", password, services: [slug] });
  if (!made.ok) throw new Error("refused");
  await database().update(agents).set({ organisationId: organisation }).where(eq(agents.id, made.value));
  const session = await signedIn({ email, agentId: made.value });
  return {
    kind: "organisation_admin",
    agentId: made.value,
    sessionId: session.sessionId,
    serviceIds: session.serviceIds,
    organisationId: organisation,
    organisationServiceIds: session.organisation?.serviceIds ?? [],
  };
}

/** An agent invited, and the secret of their link. */
export async function invited(admin: Admin, role: AgentRole = "agent") {
  const email = newEmail();
  const input = { email, name: "Nadège Testard", role, services: [await serviceId("etat-civil")] };
  const made = await inviteAgent(admin, input);
  if (!made.ok) throw new Error(made.reason);
  return { email, agentId: made.value, jeton: await lastLink(email) };
}

/** An agent who was invited and activated the account, with the recovery codes. */
export async function activated(admin: Admin, role: AgentRole = "agent") {
  const agent = await invited(admin, role);
  const chosen = await chooseAgentPassword(anonymous, { jeton: agent.jeton, password });
  if (!chosen.ok) throw new Error(chosen.reason);
  const set = await setSecondFactor(anonymous, { jeton: agent.jeton, code: linkCode(agent.jeton) }, browser);
  if (!set.ok) throw new Error(set.reason);
  return { ...agent, codes: set.value.codes };
}

/** The browser that begins, and what the telephone shows for the secret that a link proposes to it. */
export const browser = "navigateur des essais";
export const linkCode = (jeton: string) => codeFrom(linkTotpSecret(jeton, browser));

/** What the agent's telephone shows; `ahead`: how many times thirty seconds later. */
export async function codeOf(agentId: AgentId, ahead = 0): Promise<string> {
  return codeFrom((await agentRow(agentId)).totpSecret, ahead);
}

function codeFrom(sealed: string, ahead = 0): string {
  const timestamp = clock.now().getTime() + ahead * 30_000;
  return new TOTP({ secret: Secret.fromBase32(unseal("totp", sealed)) }).generate({ timestamp });
}

/** Through the first step only. */
export async function pendingSession(email: string, secret = password) {
  const result = await signInAgent(anonymous, { email, password: secret }, "Firefox sur Linux");
  if (!result.ok) throw new Error(result.reason);
  const session = await findAgentSession(hashSecret(result.value.secret));
  if (!session) throw new Error("no session");
  return session;
}

/** Through both steps; the hash opens the session again. */
export async function signedIn({ email, agentId }: { email: string; agentId: AgentId }) {
  const { sessionId } = await pendingSession(email);
  const { totpLastStep } = await agentRow(agentId);
  const code = await codeOf(agentId, totpLastStep === null ? 0 : 1);
  const result = await confirmSecondFactor(anonymous, { sessionId, code }, "Firefox sur Linux");
  if (!result.ok) throw new Error(result.reason);
  const tokenHash = hashSecret(result.value.secret);
  const session = await findAgentSession(tokenHash);
  if (!session) throw new Error("no session");
  return { ...session, tokenHash };
}

export async function agentRow(agentId: AgentId) {
  const [row] = await database().select().from(agents).where(eq(agents.id, agentId));
  if (!row) throw new Error("no agent");
  return row;
}
