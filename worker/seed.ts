import { seedCatalogue } from "@/lib/demarches/commands/seed-catalogue";
import type { System } from "@/lib/kernel/actor";
import { env } from "@/lib/kernel/env";
import { seedDemandes } from "./seed/demandes";
import { seedPeople } from "./seed/people";

/**
 * The demonstration town: services, agents, citizens, catalogue, requests. Only where PARVIS_DEMO asks for it: a town that
 * starts for good begins empty, and its administrator chooses. Run at each start; it writes what is missing.
 */
export async function seed(): Promise<void> {
  const { PARVIS_DEMO, DEMO_PASSWORD } = env();
  if (!PARVIS_DEMO || !DEMO_PASSWORD) return;
  const system: System = { kind: "system", job: "seed" };
  const people = await seedPeople(system, DEMO_PASSWORD);
  await seedCatalogue(system);
  await seedDemandes(people);
}
