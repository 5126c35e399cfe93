import { and, count, eq } from "drizzle-orm";
import { demarches, demarcheVersions } from "@/db/schema/demarches";
import { organisations, services } from "@/db/schema/organisation";
import { auditEvents } from "@/db/schema/platform";
import { statementsOf } from "@/db/test/count-statements";
import type { Actor, Admin, System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import {
  newId,
  type AgentId,
  type DemarcheVersionId,
  type OrganisationId,
  type ServiceId,
  type SessionId,
} from "@/lib/shared/ids";
import { acteDeNaissance } from "@/catalogue/acte-de-naissance";
import { catalogue, shipped } from "@/catalogue/all";
import { addTheme } from "./commands/add-theme";
import { publishDemarche } from "./commands/publish-demarche";
import { publishAbsent } from "./commands/publish-shipped";
import { findDemarche } from "./queries/find-demarche";
import { getVersion } from "./queries/get-version";
import { listDemarches } from "./queries/list-demarches";
import { listEveryDemarche } from "./queries/list-every-demarche";
import { listThemes } from "./queries/list-themes";
import { searchDemarches } from "./queries/search-demarches";
import { seasonSentence, whyUnavailable } from "./status";
import type { PublishDemarche } from "./schema";

const system: System = { kind: "system", job: "seed" };
const birth = acteDeNaissance;

async function addServices(): Promise<void> {
  const organisationId = newId<OrganisationId>();
  const createdAt = clock.now();
  await database()
    .insert(organisations)
    .values({ id: organisationId, slug: "ville", name: "Ville de Belleval", createdAt });
  const slugs = [...new Set(catalogue.map(({ service }) => service))];
  const rows = slugs.map((slug) => ({
    id: newId<ServiceId>(),
    organisationId,
    slug,
    name: `Service ${slug}`,
    address: "1 place de l’Hôtel-de-Ville",
    phone: "01 99 00 00 10",
    email: `${slug}@belleval.example`,
    createdAt,
  }));
  await database().insert(services).values(rows);
}

async function versionsOf(slug: string): Promise<number> {
  const [row] = await database()
    .select({ n: count() })
    .from(demarcheVersions)
    .innerJoin(demarches, eq(demarches.id, demarcheVersions.demarcheId))
    .where(eq(demarches.slug, slug));
  return row?.n ?? 0;
}

const lines = async () => (await database().select({ n: count() }).from(auditEvents))[0]?.n ?? 0;

async function publish(input: PublishDemarche) {
  const result = await publishDemarche(system, input);
  if (!result.ok) throw new Error(`${result.reason} ${JSON.stringify(result.details)}`);
  return result.value;
}

beforeAll(async () => {
  await addServices();
  await publishAbsent(system, shipped);
});

describe("publishAbsent", () => {
  it("publishes every démarche that ships, each with one line in the journal", async () => {
    expect(await listDemarches()).toHaveLength(catalogue.length);
    const published = await database()
      .select({ n: count() })
      .from(auditEvents)
      .where(and(eq(auditEvents.verb, "demarche.published"), eq(auditEvents.actorKind, "system")));
    expect(published[0]?.n).toBe(catalogue.length);
  });

  it("writes nothing the second time", async () => {
    const before = await lines();
    const outcomes = await publishAbsent(system, shipped);
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(["kept"]));
    expect(await lines()).toBe(before);
  });
});

describe("publishDemarche", () => {
  it("makes a new version of a changed form, and leaves the published one alone", async () => {
    const before = await findDemarche("acte-de-naissance");
    const changed = { ...birth, definition: { ...birth.definition, maxDays: 12 } };
    expect(await publish(changed)).toMatchObject({ outcome: "new_version" });
    const after = await findDemarche("acte-de-naissance");
    expect(after?.definition.maxDays).toBe(12);
    expect(after?.versionId).not.toBe(before?.versionId);
    expect((await getVersion(before?.versionId ?? newId<DemarcheVersionId>())).definition.maxDays).toBe(10);
    expect(await publish(birth)).toMatchObject({ outcome: "new_version" });
    expect(await versionsOf("acte-de-naissance")).toBe(3);
  });

  it("changes the place in the catalogue without a new version, and says it in the journal", async () => {
    const before = await lines();
    expect(await publish({ ...birth, summary: "Autre résumé." })).toMatchObject({ outcome: "changed" });
    expect(await publish({ ...birth, summary: "Autre résumé." })).toMatchObject({ outcome: "unchanged" });
    expect(await lines()).toBe(before + 1);
    await publish(birth);
  });

  it("is listed as a French reader expects, whatever the order of the database", async () => {
    const one = catalogue.find(({ slug }) => slug === "encombrants");
    if (!one) throw new Error("encombrants");
    for (const title of ["Zone à régler", "Éclairage à régler", "eau à régler"])
      await publish({
        ...one,
        slug: title.slice(0, 2).toLowerCase().replace("é", "e") + "-regler",
        title,
        position: 900,
      });
    const shown = (titles: readonly { title: string }[]) =>
      titles.map(({ title }) => title).filter((t) => t.endsWith("à régler"));
    const expected = ["eau à régler", "Éclairage à régler", "Zone à régler"];
    expect(shown(await listDemarches())).toEqual(expected);
    const admin: Admin = { kind: "admin", agentId: newId<AgentId>(), sessionId: newId<SessionId>(), serviceIds: [] };
    expect(shown(await listEveryDemarche(admin))).toEqual(expected);
    expect(shown((await searchDemarches("régler")).demarches)).toEqual(expected);
    await database().update(demarches).set({ isPublished: false }).where(eq(demarches.position, 900));
  });

  it("gives each of two publications at once its own version number", async () => {
    const start = await versionsOf("encombrants");
    const entry = catalogue.find(({ slug }) => slug === "encombrants");
    if (!entry) throw new Error("encombrants");
    const inputs = [31, 32, 33].map((maxDays) => ({ ...entry, definition: { ...entry.definition, maxDays } }));
    const made = await Promise.all(inputs.map(publish));
    expect(made.map(({ outcome }) => outcome)).toEqual(inputs.map(() => "new_version"));
    expect(await versionsOf("encombrants")).toBe(start + 3);
  });

  it("refuses what could not work, and says where", async () => {
    const { definition } = birth;
    const broken = { ...definition, sections: [...definition.sections, ...definition.sections] };
    expect(await publishDemarche(system, { ...birth, definition: broken })).toMatchObject({
      ok: false,
      reason: "invalid",
    });
    expect(await publishDemarche(system, { ...birth, theme: "inconnu" })).toMatchObject({ reason: "unknown_theme" });
    expect(await publishDemarche(system, { ...birth, service: "inconnu" })).toMatchObject({
      reason: "unknown_service",
    });
  });

  const agent: Actor = { kind: "agent", agentId: newId<AgentId>(), sessionId: newId<SessionId>(), serviceIds: [] };
  it.each([agent, { kind: "anonymous", guest: null } satisfies Actor])("is not for %o", async (actor) => {
    await expect(publishDemarche(actor, birth)).rejects.toThrow(NotFound);
    await expect(addTheme(actor, { slug: "x", name: "X", description: "", icon: "x", position: 1 })).rejects.toThrow(
      NotFound,
    );
  });
});

describe("catalogue", () => {
  it("counts the published démarches of each theme, in the town's order", async () => {
    const themes = await listThemes();
    expect(themes[0]).toMatchObject({ slug: "etat-civil", count: 4 });
    expect(themes.reduce((sum, theme) => sum + theme.count, 0)).toBe(catalogue.length);
  });

  it("does not show what is not published", async () => {
    await database().update(demarches).set({ isPublished: false }).where(eq(demarches.slug, "demenagement"));
    expect(await findDemarche("demenagement")).toBeNull();
    expect((await listDemarches()).map(({ slug }) => slug)).not.toContain("demenagement");
    expect((await searchDemarches("déménagement camion")).demarches.map(({ slug }) => slug)).not.toContain(
      "demenagement",
    );
    await database().update(demarches).set({ isPublished: true }).where(eq(demarches.slug, "demenagement"));
  });

  it("finds nothing for an unknown slug, whatever it holds", async () => {
    expect(await findDemarche("inconnue")).toBeNull();
    expect(await findDemarche("'; drop table demarches; --")).toBeNull();
  });

  it("says when a démarche is in season", async () => {
    const summer = await findDemarche("centre-de-loisirs-ete");
    if (!summer) throw new Error("centre-de-loisirs-ete");
    // A portal that is never started again opens and closes each year.
    expect(whyUnavailable(summer, "2026-11-23")).toBe("not_open_yet");
    expect(whyUnavailable(summer, "2027-05-31")).toBeNull();
    expect(whyUnavailable(summer, "2027-06-01")).toBe("not_open_yet");
    expect(whyUnavailable(summer, "2029-03-01")).toBeNull();
    expect(seasonSentence(summer, "2028-06-01")).toContain("2029");
  });
});

describe("statements sent", () => {
  const selects = async (work: () => Promise<unknown>) =>
    (await statementsOf(work)).filter((one) => /^\s*select/i.test(one)).length;

  it("are one a list", async () => {
    expect(await selects(listThemes)).toBe(1);
    expect(await selects(listDemarches)).toBe(1);
  });
  it("are one a démarche, whose form is read once a process", async () => {
    await findDemarche("acte-de-mariage");
    expect(await selects(() => findDemarche("acte-de-mariage"))).toBe(1);
    const known = await findDemarche("acte-de-mariage");
    if (!known) throw new Error("acte-de-mariage");
    expect(await selects(() => getVersion(known.versionId))).toBe(0);
  });
  it("are one a search, two when it is misspelt, none without a telling word", async () => {
    expect(await selects(() => searchDemarches("acte de naissance"))).toBe(1);
    expect(await selects(() => searchDemarches("zzzzqqqq"))).toBe(2);
    expect(await selects(() => searchDemarches("les"))).toBe(0);
  });
});
