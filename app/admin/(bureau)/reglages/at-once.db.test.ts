import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { POST as postLogo } from "@/app/api/logo/route";
import { asVisit, newVisit, postAs, type Visit } from "@/db/test/visits";
import { changeWording } from "@/lib/letters/commands/change-wording";
import { getWording } from "@/lib/letters/queries/list-wordings";
import { changeLogo } from "@/lib/organisation/commands/change-portal";
import { getAccountSettings } from "@/lib/organisation/queries/get-account-settings";
import { getPortalSetting } from "@/lib/organisation/queries/find-portal";
import { getBackupState } from "@/lib/organisation/queries/get-backup-state";
import { codeOf, newAdmin, newAgent, password, settleTown } from "@/lib/staff/testing";
import type { Admin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { versionOf } from "@/lib/kernel/seen-version";
import type { ServerFormAction } from "@/lib/web/form/form-action";
import { agentSignInAction, secondFactorAction } from "../../(acces)/connexion/actions";
import { changeAccessibilityAction } from "./accessibilite/actions";
import { changeAccountSettingsAction } from "./actions";
import { changeWordingAction, restoreWordingAction } from "./lettres/actions";
import { changeBackupSettingsAction } from "./sauvegarde/actions";
import { changePortalAction, removeLogoAction } from "./ville/actions";

jest.mock("next/headers", () => jest.requireActual<{ visitHeaders: object }>("@/db/test/visits").visitHeaders);
jest.mock("next/navigation", () => jest.requireActual<{ visitNavigation: object }>("@/db/test/visits").visitNavigation);
jest.mock("next/cache", () => ({ refresh: () => undefined }));

jest.setTimeout(60_000);

type Fields = Record<string, string>;

const letter = { kind: "demande.rejected", demarche: "" };
const town = (changes: Fields): Fields => ({
  town: "Valfleuri",
  title: "Mes démarches",
  "colours.primary": "#1e3a8a",
  "colours.accent": "#b45309",
  "contact.service": "Accueil",
  "contact.email": "mairie@valfleuri.example",
  "contact.phone": "01 99 00 00 20",
  "contact.address": "1 rue de l’Essai",
  "contact.hours": "Le matin",
  "legal.publisher": "Ville",
  "legal.director": "Le maire",
  "legal.host": "L’hébergeur",
  "legal.dpoEmail": "dpo@valfleuri.example",
  ...changes,
});
const stated = (defects: string): Fields => ({
  "statedOn.day": "1",
  "statedOn.month": "3",
  "statedOn.year": "2026",
  defects,
});
const words = (title: string): Fields => ({ ...letter, title, opening: "", ending: "", signature: "" });

/** Every form that writes over what its page showed: what two people write, and the version that stands. */
const forms = {
  changeAccountSettingsAction: {
    action: changeAccountSettingsAction,
    version: async () => (await getAccountSettings(admin)).version,
    typed: [{ validatedByAgent: "yes" }, { validatedByAgent: "no" }, { validatedByAgent: "yes" }],
  },
  changeBackupSettingsAction: {
    action: changeBackupSettingsAction,
    version: async () => (await getBackupState(admin)).version,
    typed: ["4", "5", "6"].map((hour) => ({ mode: "elsewhere", hour, kept: "14" })),
  },
  changeAccessibilityAction: {
    action: changeAccessibilityAction,
    version: async () => (await getPortalSetting(admin)).versions.accessibility,
    typed: ["Un défaut", "Un autre", "Un troisième"].map(stated),
  },
  changePortalAction: {
    action: changePortalAction,
    version: async () => (await getPortalSetting(admin)).versions.town,
    typed: ["Le matin", "Le soir", "À midi"].map((hours) => town({ "contact.hours": hours })),
  },
  changeWordingAction: {
    action: changeWordingAction,
    version: async () => (await getWording(admin, letter)).version,
    typed: ["Une réponse", "Notre réponse", "Votre réponse"].map(words),
  },
} satisfies Record<string, { action: ServerFormAction; version: () => Promise<string>; typed: Fields[] }>;

/** Those that take away what their page showed: a second press does not pass over what was not seen. */
const removals = {
  removeLogoAction: {
    action: removeLogoAction,
    version: async () => (await getPortalSetting(admin)).versions.logo,
    fields: { envoi: "" },
    change: async (name: string) => changeLogo(admin, drawing(name)),
  },
  restoreWordingAction: {
    action: restoreWordingAction,
    version: async () => (await getWording(admin, letter)).version,
    fields: letter,
    change: async (title: string) => changeWording(admin, { ...letter, title, opening: "", ending: "", signature: "" }),
  },
};

const drawing = (colour: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10" fill="${colour}"/></svg>`,
  );

let admin: Admin;
let desk: Visit;
beforeAll(async () => {
  await settleTown();
  admin = await newAdmin();
  desk = newVisit("203.0.113.40");
  const agent = await newAgent("admin");
  await post(agentSignInAction, { email: agent.email, password });
  await post(secondFactorAction, { code: await codeOf(agent.agentId) });
});
afterAll(() => database().$client.end());

const post = (action: ServerFormAction, fields: Fields) => postAs(desk, action, fields);

const refusal = { status: "error", errors: {}, formError: expect.stringMatching(/a changé depuis que vous/) as string };

describe.each(Object.entries(forms))("%s", (_name, { action, version, typed }) => {
  const [first = {}, second = {}, third = {}] = typed;

  it("refuses what was typed on a page that somebody has outrun, keeps it, and writes it at a second press", async () => {
    const seen = await version();
    expect(await post(action, { ...first, version: seen })).toMatch(/^\/admin\/reglages/);
    const stands = await version();
    const refused = await post(action, { ...second, version: seen });
    expect(refused).toMatchObject({ ...refusal, values: { ...second, version: stands } });
    expect(await version()).toBe(stands);
    expect(await post(action, { ...second, version: stands })).toMatch(/^\/admin\/reglages/);
    expect(await version()).not.toBe(stands);
  });

  it("writes one of two that are posted at once", async () => {
    await post(action, { ...second, version: await version() });
    const seen = await version();

    const answers = await Promise.all([first, third].map((fields) => post(action, { ...fields, version: seen })));
    expect(answers.filter((answer) => typeof answer === "string")).toHaveLength(1);
    expect(answers).toContainEqual(expect.objectContaining(refusal));
  });

  it("refuses a form that says nothing of what it has seen", async () => {
    const stands = await version();
    expect(await post(action, third)).toMatchObject(refusal);
    expect(await version()).toBe(stands);
  });
});

describe.each(Object.entries(removals))("%s", (_name, { action, version, fields, change }) => {
  it("takes away what its page showed alone", async () => {
    await change("red");
    const seen = await version();
    await change("blue");
    expect(await post(action, { ...fields, version: seen })).toMatchObject(refusal);
    expect(await post(action, { ...fields, version: await version() })).toMatch(/^\/admin\/reglages/);
  });
});

describe("a logo that is sent", () => {
  const stands = async () => (await getPortalSetting(admin)).versions.logo;

  it("takes the place of the one that its page showed, never of one that somebody else put there meanwhile", async () => {
    await changeLogo(admin, drawing("red"));
    const seen = await stands();
    await changeLogo(admin, drawing("blue"));
    const blue = await stands();

    const refused = await sendLogo(drawing("green"), { version: seen });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      reason: "changed_meanwhile",
      outcomes: [{ name: "logo.svg", refusal: expect.stringMatching(/^Le logo a changé depuis que vous/) as string }],
    });
    expect(await stands()).toBe(blue);

    expect((await sendLogo(drawing("green"), { version: blue })).status).toBe(200);
    expect(await stands()).not.toBe(blue);
  });

  it("is refused by a page that says nothing of what it showed, and by one that showed none", async () => {
    await changeLogo(admin, drawing("red"));
    const red = await stands();
    const blind: Fields[] = [{}, { version: "" }, { version: versionOf(null) }];
    for (const fields of blind) expect((await sendLogo(drawing("green"), fields)).status).toBe(422);
    expect(await stands()).toBe(red);
  });

  it("is one of two that are sent at once", async () => {
    const version = await stands();
    const answers = await Promise.all(["white", "black"].map((colour) => sendLogo(drawing(colour), { version })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });
});

/** As the script of the page sends it. */
async function sendLogo(bytes: Buffer<ArrayBuffer>, fields: Fields): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("file", new File([bytes], "logo.svg", { type: "image/svg+xml" }));
  const headers = { accept: "application/json", origin: "http://localhost:3000", host: "localhost:3000" };
  const request = new Request("http://localhost:3000/api/logo", { method: "POST", body: form, headers });
  return asVisit(desk, () => postLogo(request, {}));
}

it("a change of another form of the same line refuses nobody", async () => {
  const { versions } = await getPortalSetting(admin);
  await post(changeAccessibilityAction, { ...stated("Encore un"), version: versions.accessibility });
  const fields = { ...town({ "contact.hours": "Toujours" }), version: versions.town };
  expect(await post(changePortalAction, fields)).toMatch(/^\/admin\/reglages/);
});

it("holds of every form of the settings", () => {
  const here = join(process.cwd(), "app/admin/(bureau)/reglages");
  const modules = readdirSync(here, { recursive: true, encoding: "utf8" }).filter((file) => /actions\.ts$/.test(file));
  const written = modules.flatMap((file) =>
    [...readFileSync(join(here, file), "utf8").matchAll(/export const (\w+) = formAction/g)].map(([, name]) => name),
  );
  expect(written.sort()).toEqual([...Object.keys(forms), ...Object.keys(removals)].sort());
});
