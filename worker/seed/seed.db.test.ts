import { accounts } from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import { agents } from "@/db/schema/organisation";
import { relations } from "@/db/schema/relations";
import { walletFiles } from "@/db/schema/wallet";
import { database } from "@/lib/kernel/database";
import type { System } from "@/lib/kernel/actor";
import { readName } from "@/lib/shared/person-name";
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

it("gives nobody a name that a form of the portal would refuse to save again", async () => {
  await seedAll();
  const [staff, people, relatives] = await Promise.all([
    database().select({ name: agents.name }).from(agents),
    database().select({ first: accounts.firstName, last: accounts.lastName }).from(accounts),
    database().select({ first: relations.firstName, last: relations.lastName }).from(relations),
  ]);
  const names = [
    ...staff.map(({ name }) => name),
    ...[...people, ...relatives].flatMap(({ first, last }) => [first, last]),
  ];
  expect(staff).toHaveLength(3);
  expect(names.filter((name) => name !== null && !readName(name, "Le nom").ok)).toEqual([]);
}, 60_000);
