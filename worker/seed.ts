import { shipped } from "@/catalogue/all";
import { publishAbsent } from "@/lib/demarches/commands/publish-shipped";
import type { System } from "@/lib/kernel/actor";
import { env } from "@/lib/kernel/env";
import { inviteFirstAdmin } from "@/lib/staff/commands/invite-first-admin";
import { seedDemandes } from "./seed/demandes";
import { seedPeople } from "./seed/people";

/**
 * What a portal needs at its start: its first administrator, where the settings name one and nobody is; the demonstration town
 * (services, agents, citizens, catalogue, requests) only where PARVIS_DEMO asks for it: a town that starts for good begins empty,
 * and its administrator chooses (`npm run demarches:publish`). Run at each start; it writes what is missing, and
 * changes nothing of what the town has.
 */
export async function seed(): Promise<void> {
  const { PARVIS_DEMO, DEMO_PASSWORD, FIRST_ADMIN_EMAIL: email, FIRST_ADMIN_NAME: name } = env();
  const system: System = { kind: "system", job: "seed" };
  if (email) await inviteFirstAdmin(system, { email, name });
  if (!PARVIS_DEMO || !DEMO_PASSWORD) return;
  const people = await seedPeople(system, DEMO_PASSWORD);
  await publishAbsent(system, shipped);
  await seedDemandes(people);
}
