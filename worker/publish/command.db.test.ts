import { eq } from "drizzle-orm";
import { catalogue } from "@/catalogue/all";
import { demarches } from "@/db/schema/demarches";
import { services } from "@/db/schema/organisation";
import { listDemarches } from "@/lib/demarches/queries/list-demarches";
import type { System } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { addMissingOrganisation, addMissingService } from "@/lib/organisation/commands/add-missing";
import { publishCommand } from "./command";

const system: System = { kind: "system", job: "test" };
const card = { organisation: "ville", address: "1 place", phone: "01 99 00 00 10", email: "a@belleval.example" };

async function run(...args: string[]) {
  const lines: string[] = [];
  const isDone = await publishCommand(args, (line) => lines.push(line));
  return { isDone, text: lines.join("\n").replaceAll("\u00a0", " ") };
}
const published = async () => (await listDemarches()).map(({ slug }) => slug);

beforeAll(async () => {
  await addMissingOrganisation(system, { slug: "ville", name: "Ville" });
  await addMissingService(system, { slug: "etat-civil", name: "Service état civil", ...card });
  await addMissingService(system, { slug: "accueil", name: "Accueil", ...card });
});

it("refuses a name that does not ship, lists those that do, and publishes nothing, not even the others", async () => {
  await expect(run("acte-de-deces", "acte-de-divorce")).rejects.toThrow(
    /acte-de-divorce[^]*Rien n’est publié[^]*acte-de-deces/,
  );
  await expect(run("--tout")).rejects.toThrow("Cette commande s’écrit ainsi");
  expect(await published()).toEqual([]);
});

it("publishes those that are named, and says when nobody answers for one", async () => {
  expect(await run("acte-de-deces")).toMatchObject({ isDone: true, text: expect.stringContaining(": publiée") });
  const orphan = await run("encombrants", "acte-de-mariage");
  expect(orphan).toMatchObject({ isDone: false, text: expect.stringContaining("encombrants : non publiée") });
  expect(await published()).toEqual(["acte-de-mariage", "acte-de-deces"]);
});

it("gives a named démarche to the service that is named, and keeps it when it is published again", async () => {
  expect(await run("encombrants", "--service=accueil")).toMatchObject({ isDone: true });
  expect((await run("encombrants")).text).toContain("déjà publiée");
  const [row] = await database()
    .select({ service: services.slug })
    .from(demarches)
    .innerJoin(services, eq(services.id, demarches.serviceId))
    .where(eq(demarches.slug, "encombrants"));
  expect(row?.service).toBe("accueil");
  expect(await run("composteur", "--service=inconnu")).toMatchObject({ isDone: false });
});

it("publishes all that the town does not have, without touching what it changed or withdrew", async () => {
  await database().update(demarches).set({ title: "Le titre de la ville" }).where(eq(demarches.slug, "acte-de-deces"));
  await database().update(demarches).set({ isPublished: false }).where(eq(demarches.slug, "acte-de-mariage"));
  const first = await run();
  expect(first).toMatchObject({ isDone: false, text: expect.stringContaining("Sans service") });
  expect(await run("--service=accueil")).toMatchObject({ isDone: true });
  const now = await listDemarches();
  expect(now).toHaveLength(catalogue.length - 1);
  expect(now.find(({ slug }) => slug === "acte-de-deces")?.title).toBe("Le titre de la ville");
  expect((await run()).text).toContain("0 démarche publiée");
});

it("brings back a démarche withdrawn, or changed, that is named", async () => {
  expect((await run("acte-de-mariage", "acte-de-deces")).text).toContain("acte-de-mariage : publiée");
  const title = catalogue.find(({ slug }) => slug === "acte-de-deces")?.title;
  expect(await listDemarches()).toContainEqual(expect.objectContaining({ slug: "acte-de-deces", title }));
});
