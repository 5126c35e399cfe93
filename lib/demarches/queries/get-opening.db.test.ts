import { eq } from "drizzle-orm";
import { addDemarche } from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { demarches } from "@/db/schema/demarches";
import { agentServices } from "@/db/schema/staff";
import { portalSettings, services } from "@/db/schema/organisation";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { env } from "@/lib/kernel/env";
import { demonstrationPortal, portalKey, unnamedPortal, type PortalSetting } from "@/lib/organisation/settings/portal";
import { findPortal, getPortalSetting } from "@/lib/organisation/queries/find-portal";
import type { OpeningStep } from "../types";
import { getOpening } from "./get-opening";

let town: Town;
beforeAll(async () => {
  town = await buildTown();
});

async function isDone(key: OpeningStep["key"]): Promise<boolean | undefined> {
  return (await getOpening(town.admin)).find((step) => step.key === key)?.isDone;
}

async function write(value: PortalSetting): Promise<void> {
  const row = { key: portalKey, value, updatedAt: clock.now() };
  await database().insert(portalSettings).values(row).onConflictDoUpdate({ target: portalSettings.key, set: row });
}

const told: PortalSetting = {
  ...unnamedPortal,
  town: "Valfleuri",
  contact: {
    service: "Accueil",
    email: "mairie@valfleuri.example",
    phone: "03 00",
    address: ["1 rue"],
    hours: "Matin",
  },
  legal: { publisher: "Ville", director: "Le maire", host: "L’hébergeur", dpoEmail: "dpo@valfleuri.example" },
};

it("is nobody’s town, and says so, until the town has said who it is", async () => {
  const { organisations: _ofTheTest, ...portal } = await findPortal();
  expect(JSON.stringify(portal)).not.toMatch(/belleval/i);
  expect(portal).toMatchObject({ town: "Votre commune", logo: null, contact: { phone: "téléphone à renseigner" } });
  // The form asks for them: nothing is there to be left as it is.
  expect(await getPortalSetting(town.admin)).toMatchObject({ contact: { email: "" }, legal: { publisher: "" } });
});

it("asks for the name and the legal notice until both are the town’s own, those of the demonstration included", async () => {
  const both = async () => [await isDone("town"), await isDone("legal")];
  expect(await both()).toEqual([false, false]);
  await write({ ...told, contact: demonstrationPortal.contact, legal: demonstrationPortal.legal });
  expect(await both()).toEqual([false, false]);
  await write({ ...told, legal: { ...told.legal, host: "" } });
  expect(await both()).toEqual([true, false]);
  await write({ ...told, contact: { ...told.contact, address: [] } });
  expect(await both()).toEqual([false, true]);
  await write(told);
  expect(await both()).toEqual([true, true]);
});

it("asks for a statement of accessibility that somebody dated", async () => {
  await write(told);
  expect(await isDone("accessibility")).toBe(false);
  await write({ ...told, accessibility: { ...told.accessibility, statedOn: "2027-01-04" } });
  expect(await isDone("accessibility")).toBe(true);
});

it("asks for somebody at work in each open service", async () => {
  expect([await isDone("services"), await isDone("agents")]).toEqual([true, true]);
  await database().delete(agentServices);
  expect([await isDone("services"), await isDone("agents")]).toEqual([true, false]);
  await database().update(services).set({ closedAt: clock.now() });
  expect([await isDone("services"), await isDone("agents")]).toEqual([false, false]);
  await database().update(services).set({ closedAt: null });
});

it("asks for a published démarche", async () => {
  const demarcheId = await addDemarche(town, "seule");
  await database().update(demarches).set({ isPublished: false });
  expect(await isDone("demarches")).toBe(false);
  await database().update(demarches).set({ isPublished: true }).where(eq(demarches.id, demarcheId));
  expect(await isDone("demarches")).toBe(true);
});

it("asks for what the operator gives: letters that leave, an antivirus, a backup that was made", async () => {
  expect([await isDone("mail"), await isDone("antivirus"), await isDone("backup")]).toEqual([false, false, false]);
  await database()
    .insert(portalSettings)
    .values({ key: "backups", value: { mode: "elsewhere" }, updatedAt: clock.now() });
  expect(await isDone("backup")).toBe(true);
});

it("asks for a sender that is the town’s own, beside a service that sends", async () => {
  const [driver, sender] = [
    jest.replaceProperty(env().drivers, "mail", "smtp"),
    jest.replaceProperty(env(), "MAIL_FROM", "Portail <ne-pas-repondre@belleval.example>"),
  ];
  expect(await isDone("mail")).toBe(false);
  sender.replaceValue("Portail <ne-pas-repondre@valfleuri.fr>");
  expect(await isDone("mail")).toBe(true);
  driver.restore();
  expect(await isDone("mail")).toBe(false);
  sender.restore();
});

it("asks nothing in the demonstration, which opens for nobody", async () => {
  const demonstration = jest.replaceProperty(env(), "PARVIS_DEMO", true);
  expect(await getOpening(town.admin)).toEqual([]);
  demonstration.restore();
});
