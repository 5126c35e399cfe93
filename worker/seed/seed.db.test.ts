import { demandes } from "@/db/schema/demandes";
import { walletFiles } from "@/db/schema/wallet";
import { database } from "@/lib/kernel/database";
import type { System } from "@/lib/kernel/actor";
import { seedCatalogue } from "@/lib/demarches/commands/seed-catalogue";
import { seedDemandes } from "./demandes";
import { seedPeople } from "./people";

const system: System = { kind: "system", job: "seed" };

async function seedAll() {
  const people = await seedPeople(system, "phrase de démonstration 2026");
  await seedCatalogue(system);
  await seedDemandes(people);
  return (await database().select({ status: demandes.status }).from(demandes)).map(({ status }) => status).sort();
}

it("writes a town with requests in several states, and nothing more when it runs again", async () => {
  const statuses = await seedAll();
  expect(statuses).toEqual([
    "cancelled",
    "draft",
    "in_progress",
    "incomplete",
    "pending",
    "pending",
    "pending",
    "validated",
  ]);
  expect(await database().$count(walletFiles)).toBe(6);
  expect(await seedAll()).toEqual(statuses);
}, 60_000);
