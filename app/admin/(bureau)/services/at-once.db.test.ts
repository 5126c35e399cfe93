import { eq } from "drizzle-orm";
import { valueOf } from "@/db/test/citizen-demande";
import { newVisit, postAs, type Visit } from "@/db/test/visits";
import { shipped } from "@/catalogue/all";
import { agents } from "@/db/schema/staff";
import { publishChosen } from "@/lib/demarches/commands/publish-shipped";
import { getManagedDemarche, listEveryDemarche } from "@/lib/demarches/queries/list-every-demarche";
import type { Admin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { addOrganisation } from "@/lib/organisation/commands/manage-organisations";
import { addService } from "@/lib/organisation/commands/manage-services";
import { getAgent } from "@/lib/staff/queries/list-agents";
import { getOrganisation, getService } from "@/lib/organisation/queries/list-organisations";
import { codeOf, newAdmin, newAgent, password, settleTown } from "@/lib/staff/testing";
import type { AgentId, DemarcheId, OrganisationId, ServiceId } from "@/lib/shared/ids";
import type { ServerFormAction } from "@/lib/web/form/form-action";
import { agentSignInAction, secondFactorAction } from "../../(acces)/connexion/actions";
import { changeAgentAction } from "../agents/actions";
import { entrustDemarcheAction } from "../demarches/actions";
import { changeOrganisationAction, changeServiceAction } from "./actions";

jest.mock("next/headers", () => jest.requireActual<{ visitHeaders: object }>("@/db/test/visits").visitHeaders);
jest.mock("next/navigation", () => jest.requireActual<{ visitNavigation: object }>("@/db/test/visits").visitNavigation);
jest.mock("next/cache", () => ({ refresh: () => undefined }));

jest.setTimeout(60_000);

type Fields = Record<string, string>;

let admin: Admin;
let desk: Visit;
let organisationId: OrganisationId;
let serviceId: ServiceId;
let agentId: AgentId;
let demarcheId: DemarcheId;
const answering: Record<string, ServiceId> = {};

beforeAll(async () => {
  await settleTown();
  admin = await newAdmin();
  desk = newVisit("203.0.113.41");
  const signed = await newAgent("admin");
  await post(agentSignInAction, { email: signed.email, password });
  await post(secondFactorAction, { code: await codeOf(signed.agentId) });
  organisationId = valueOf(await addOrganisation(admin, { name: "Métropole", role: "voirie", website: "" }));
  const card = { address: "1 place", phone: "01 99 00 00 01", email: "v@ville.example", hours: "", knownAs: "" };
  serviceId = valueOf(await addService(admin, { name: "Voirie", organisationId, ...card }));
  ({ agentId } = await newAgent("admin"));
  await database().update(agents).set({ name: "Nadège Testard" }).where(eq(agents.id, agentId));
  for (const name of ["Matin", "Soir", "Midi", "Minuit", "Jamais"])
    answering[name] = valueOf(await addService(admin, { name, organisationId, ...card }));
  await publishChosen(admin, shipped, { demarches: ["acte-de-naissance"], service: "scolarite" });
  demarcheId = (await listEveryDemarche(admin))[0]?.id ?? demarcheId;
});
afterAll(() => database().$client.end());

const post = (action: ServerFormAction, fields: Fields) => postAs(desk, action, fields);

/** Every form that writes over the card of something: what two people write, and the version that stands. */
const forms = {
  changeOrganisationAction: {
    action: changeOrganisationAction,
    version: async () => (await getOrganisation(admin, organisationId)).version,
    typed: (role: string) => ({ organisationId, name: "Métropole", role, website: "" }),
  },
  changeServiceAction: {
    action: changeServiceAction,
    version: async () => (await getService(admin, serviceId)).version,
    typed: (hours: string) => ({
      serviceId,
      organisationId,
      name: "Voirie",
      address: "1 place",
      phone: "01 99 00 00 01",
      email: "v@ville.example",
      hours,
    }),
  },
  changeAgentAction: {
    action: changeAgentAction,
    version: async () => (await getAgent(admin, agentId)).version,
    typed: (word: string) => ({ agentId, name: `Nadège ${word}`, role: "admin" }),
  },
  entrustDemarcheAction: {
    action: entrustDemarcheAction,
    version: async () => (await getManagedDemarche(admin, demarcheId)).entrustedVersion,
    typed: (word: string) => ({ demarcheId, serviceId: answering[word] ?? "" }),
  },
} satisfies Record<
  string,
  { action: ServerFormAction; version: () => Promise<string>; typed: (word: string) => Fields }
>;

const refusal = { status: "error", formError: expect.stringMatching(/a changé depuis que vous/) as string };

describe.each(Object.entries(forms))("%s", (_name, { action, version, typed }) => {
  it("refuses what was typed on a page that somebody has outrun, keeps it, and writes it at a second press", async () => {
    const seen = await version();
    expect(await post(action, { ...typed("Matin"), version: seen })).toMatch(/^\/admin\//);
    const stands = await version();
    expect(await post(action, { ...typed("Soir"), version: seen })).toMatchObject({
      ...refusal,
      values: { ...typed("Soir"), version: stands },
    });
    expect(await version()).toBe(stands);
    expect(await post(action, { ...typed("Soir"), version: stands })).toMatch(/^\/admin\//);
    expect(await version()).not.toBe(stands);
  });

  it("writes one of two that are posted at once, and refuses a form that says nothing of what it has seen", async () => {
    const seen = await version();
    const answers = await Promise.all(
      ["Midi", "Minuit"].map((word) => post(action, { ...typed(word), version: seen })),
    );
    expect(answers.filter((answer) => typeof answer === "string")).toHaveLength(1);
    expect(answers).toContainEqual(expect.objectContaining(refusal));
    expect(await post(action, typed("Jamais"))).toMatchObject(refusal);
  });
});
