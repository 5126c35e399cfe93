import { registerAccount } from "@/lib/accounts/commands/register-account";
import type { Agent, Citizen, System } from "@/lib/kernel/actor";
import { registerAgent } from "@/lib/staff/commands/register-agent";
import { addMissingOrganisation, addMissingService } from "@/lib/organisation/commands/add-missing";
import { addRelation } from "@/lib/relations/commands";
import { listRelations } from "@/lib/relations/queries";
import { addRelationSchema } from "@/lib/relations/schema";
import { newId, type AccountId, type ServiceId, type SessionId } from "@/lib/shared/ids";

/** Demonstration persons: none of them exists, and their names say so. */

const organisations = [
  {
    slug: "ville",
    name: "Ville de Belleval",
    role: "État civil, citoyenneté, école, cadre de vie, vie associative",
  },
  { slug: "metropole", name: "Belleval Métropole", role: "Déchets, voirie, stationnement, urbanisme" },
  { slug: "ccas", name: "CCAS de Belleval", role: "Solidarité, aînés, petite enfance" },
];

const hours = "Du lundi au vendredi de 8 h 30 à 17 h 30";
const townHall = "Hôtel de ville, 1 place du Parvis, 99000 Belleval";
const metropole = "Hôtel de la métropole, 12 quai des Tanneurs, 99000 Belleval";
const ccas = "CCAS, 4 rue de la Fraternité, 99000 Belleval";

const services = [
  { slug: "etat-civil", organisation: "ville", name: "Service état civil", address: townHall, phone: "01 99 00 00 10" },
  {
    slug: "elections",
    organisation: "ville",
    name: "Service élections et citoyenneté",
    address: townHall,
    phone: "01 99 00 00 11",
  },
  {
    slug: "scolarite",
    organisation: "ville",
    name: "Service scolarité et enfance",
    address: townHall,
    phone: "01 99 00 00 12",
  },
  {
    slug: "cadre-de-vie",
    organisation: "ville",
    name: "Service cadre de vie",
    address: townHall,
    phone: "01 99 00 00 13",
  },
  {
    slug: "vie-associative",
    organisation: "ville",
    name: "Service vie associative",
    address: townHall,
    phone: "01 99 00 00 14",
  },
  {
    slug: "tranquillite-publique",
    organisation: "ville",
    name: "Service tranquillité publique",
    address: townHall,
    phone: "01 99 00 00 15",
  },
  {
    slug: "stationnement",
    organisation: "ville",
    name: "Service stationnement",
    address: townHall,
    phone: "01 99 00 00 16",
  },
  { slug: "urbanisme", organisation: "ville", name: "Service urbanisme", address: townHall, phone: "01 99 00 00 17" },
  {
    slug: "proprete-dechets",
    organisation: "metropole",
    name: "Service propreté et déchets",
    address: metropole,
    phone: "01 99 00 00 20",
  },
  { slug: "voirie", organisation: "metropole", name: "Service voirie", address: metropole, phone: "01 99 00 00 21" },
  {
    slug: "action-sociale",
    organisation: "ccas",
    name: "Service action sociale",
    address: ccas,
    phone: "01 99 00 00 30",
  },
];

const agents = [
  {
    email: "agent.etat-civil@belleval.example",
    name: "Agent état civil, démonstration",
    role: "agent",
    services: ["etat-civil", "elections"],
  },
  {
    email: "agent.scolarite@belleval.example",
    name: "Agent scolarité, démonstration",
    role: "agent",
    services: ["scolarite"],
  },
  {
    email: "admin@belleval.example",
    name: "Administration, démonstration",
    role: "admin",
    services: services.map(({ slug }) => slug),
  },
] as const;

const citizens = [
  {
    email: "citoyenne@example.org",
    civility: "madame",
    firstName: "Camille",
    lastName: "Démonstration",
    addressLine: "8 rue des Tilleuls",
    mobile: "+33639980001",
  },
  {
    email: "voisin@example.org",
    civility: "monsieur",
    firstName: "Dominique",
    lastName: "Démonstration",
    addressLine: "10 rue des Tilleuls",
    mobile: "+33639980002",
  },
] as const;

/** Controls of the relation's form, as the person would post them. */
const household = [
  {
    role: "spouse",
    civility: "monsieur",
    firstName: "Claude",
    lastName: "Démonstration",
    birthDate: { day: "4", month: "9", year: "1988" },
    birthPlace: "Belleval",
  },
  {
    role: "child",
    firstName: "Lou",
    lastName: "Démonstration",
    birthDate: { day: "12", month: "3", year: "2018" },
    birthPlace: "Belleval",
  },
  {
    role: "child",
    firstName: "Noa",
    lastName: "Démonstration",
    birthDate: { day: "27", month: "6", year: "2023" },
    birthPlace: "Belleval",
  },
  { role: "association", legalName: "Les Amis du Parvis (démonstration)", rna: "W991000001", addressLine: townHall },
];

export type SeededPeople = {
  citizens: ReadonlyMap<string, AccountId>;
  /** Agents by address, as actors. */
  agents: ReadonlyMap<string, Agent>;
};

/** The town's services, then its people. Run again, it changes nothing but the password, if another was drawn. */
export async function seedPeople(system: System, password: string): Promise<SeededPeople> {
  for (const organisation of organisations) await addMissingOrganisation(system, organisation);
  const serviceIds = new Map<string, ServiceId>();
  for (const service of services) {
    const settled = await addMissingService(system, { ...service, hours, email: `${service.slug}@belleval.example` });
    if (settled.ok) serviceIds.set(service.slug, settled.value);
  }
  const actors = new Map<string, Agent>();
  for (const agent of agents) {
    const registered = await registerAgent(system, { ...agent, password });
    const served = agent.services.flatMap((slug) => serviceIds.get(slug) ?? []);
    if (registered.ok)
      actors.set(agent.email, {
        kind: "agent",
        agentId: registered.value,
        sessionId: newId<SessionId>(),
        serviceIds: served,
      });
  }
  return { citizens: await seedCitizens(system, password), agents: actors };
}

async function seedCitizens(system: System, password: string): Promise<Map<string, AccountId>> {
  const accountIds = new Map<string, AccountId>();
  for (const citizen of citizens) {
    const registered = await registerAccount(system, {
      ...citizen,
      postalCode: "99000",
      commune: "Belleval",
      password,
    });
    if (!registered.ok) continue;
    accountIds.set(citizen.email, registered.value);
    if (citizen.email === "citoyenne@example.org") await seedHousehold(registered.value);
  }
  return accountIds;
}

async function seedHousehold(accountId: AccountId): Promise<void> {
  const citizen: Citizen = { kind: "citizen", accountId, sessionId: newId<SessionId>() };
  if ((await listRelations(citizen)).length > 0) return;
  for (const relation of household) await addRelation(citizen, addRelationSchema.parse(relation));
}
