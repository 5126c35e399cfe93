import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import { demarches, demarcheVersions } from "@/db/schema/demarches";
import { agents, agentServices } from "@/db/schema/staff";
import { organisations, services } from "@/db/schema/organisation";
import { relations } from "@/db/schema/relations";
import { walletFiles } from "@/db/schema/wallet";
import { database } from "@/lib/kernel/database";
import type { System } from "@/lib/kernel/actor";
import { readName } from "@/lib/shared/person-name";
import { publishAbsent } from "@/lib/demarches/commands/publish-shipped";
import { shipped } from "@/catalogue/all";
import { seedDemandes } from "./demandes";
import { seedPeople } from "./people";

const system: System = { kind: "system", job: "seed" };

async function seedAll() {
  const people = await seedPeople(system, "phrase de démonstration 2026");
  await publishAbsent(system, shipped);
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

it("leaves what the town changed: a démarche, a service, an organisation, the services of an agent", async () => {
  await seedAll();
  const [title, phone, name] = ["Le titre de la ville", "01 99 00 00 99", "Commune de Belleval"];
  await database().update(demarches).set({ title, isPublished: false }).where(eq(demarches.slug, "composteur"));
  await database().update(services).set({ phone }).where(eq(services.slug, "etat-civil"));
  await database().update(organisations).set({ name }).where(eq(organisations.slug, "ville"));
  await database().delete(agentServices);
  await seedAll();
  expect(await database().select().from(demarches).where(eq(demarches.slug, "composteur"))).toMatchObject([
    { title, isPublished: false },
  ]);
  expect(await database().select().from(services).where(eq(services.slug, "etat-civil"))).toMatchObject([{ phone }]);
  expect(await database().select().from(organisations).where(eq(organisations.slug, "ville"))).toMatchObject([
    { name },
  ]);
  expect(await database().$count(agentServices)).toBe(0);
}, 60_000);

it("adds the démarche that the town does not have, beside those that it changed", async () => {
  await seedAll();
  const rowsOf = (slug: string) => database().select().from(demarches).where(eq(demarches.slug, slug));
  const [absent] = await rowsOf("buvette-temporaire");
  if (!absent) throw new Error("no démarche");
  await database().delete(demarcheVersions).where(eq(demarcheVersions.demarcheId, absent.id));
  await database().delete(demarches).where(eq(demarches.id, absent.id));
  const summary = "Le résumé de la ville";
  await database().update(demarches).set({ summary }).where(eq(demarches.slug, "encombrants"));
  await seedAll();
  expect(await rowsOf("buvette-temporaire")).toMatchObject([{ isPublished: true }]);
  expect(await rowsOf("encombrants")).toMatchObject([{ summary }]);
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
