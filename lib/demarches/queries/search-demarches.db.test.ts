import { sql } from "drizzle-orm";
import { organisations, services } from "@/db/schema/organisation";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { newId, type OrganisationId, type ServiceId } from "@/lib/shared/ids";
import { catalogue, shipped } from "@/catalogue/all";
import { publishAbsent } from "../commands/publish-shipped";
import { searchDemarches } from "./search-demarches";

const system: System = { kind: "system", job: "seed" };

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

beforeAll(async () => {
  await addServices();
  await publishAbsent(system, shipped);
});

describe("searchDemarches", () => {
  const first = async (query: string) => (await searchDemarches(query)).demarches[0]?.slug;
  it.each([
    ["acte de naissance", "acte-de-naissance"],
    ["Acte de Naissance", "acte-de-naissance"],
    ["actes de naissances", "acte-de-naissance"],
    ["acte naisance", "acte-de-naissance"],
    ["extrait de naissance", "acte-de-naissance"],
    ["l’acte de décès", "acte-de-deces"],
    ["acte de deces", "acte-de-deces"],
    ["je voudrais me marier acte de mariage", "acte-de-mariage"],
    ["poubelle", "encombrants"],
    ["poubelles", "encombrants"],
    ["enlever un canapé", "encombrants"],
    ["ecombrant", "encombrants"],
    ["école", "inscription-scolaire"],
    ["cantine ecole", "inscription-scolaire"],
    ["voter", "listes-electorales"],
    ["carte electorale", "listes-electorales"],
    ["liste élèctorale", "listes-electorales"],
    ["jdc", "recensement-citoyen"],
    ["subventoin", "subvention-association"],
    ["compost", "composteur"],
    ["lampadaire en panne", "signalement-voirie"],
    ["livret famille perdu", "livret-de-famille"],
    ["parking", "stationnement-resident"],
    ["encomb", "encombrants"],
    ["je déménage", "changement-d-adresse"],
    ["j'ai déménagé", "changement-d-adresse"],
  ])("« %s » finds %s first", async (query, slug) => {
    expect(await first(query)).toBe(slug);
  });

  it.each(["", "   ", "!!!", "les", "zzzzqqqq", "O’Connor", "e", "\u0000", "a".repeat(100_000)])(
    "finds nothing for %j",
    async (query) => {
      expect((await searchDemarches(query)).demarches).toEqual([]);
    },
  );

  it.each([
    ["carte d’identité", "La carte d’identité et le passeport ne se demandent pas sur ce portail"],
    ["carte identite", "La carte d’identité et le passeport ne se demandent pas sur ce portail"],
    ["passeport", "La carte d’identité et le passeport ne se demandent pas sur ce portail"],
    ["permis de construire", "Les autorisations d’urbanisme ne se demandent pas sur ce portail"],
    ["PACS", "Le Pacs ne se conclut pas sur ce portail"],
    ["supprimer mon compte", "Supprimer votre compte"],
    ["permis de conduire", "Le permis de conduire et la carte grise ne relèvent pas de la ville"],
    ["suivre ma demande", "Suivre une demande déjà envoyée"],
    ["impôts", "Les impôts ne relèvent pas de la ville"],
  ])("says where to go for « %s », and shows nothing beside", async (query, title) => {
    expect(await searchDemarches(query)).toMatchObject({ demarches: [], isNear: false, elsewhere: { title } });
  });

  it.each([
    ["acte de nessance", ["naissance"], "acte-de-naissance"],
    ["naisance", ["naissance"], "acte-de-naissance"],
    ["ecombrant", ["encombrants"], "encombrants"],
    ["subventoin", ["subvention"], "subvention-association"],
    ["acte de naissance", [], "acte-de-naissance"],
    ["encomb", [], "encombrants"],
  ])("tells which word it looked for instead: « %s »", async (query, corrected, slug) => {
    const found = await searchDemarches(query);
    expect([found.corrected, found.demarches[0]?.slug]).toEqual([corrected, slug]);
  });

  it.each([
    ["identitée", ["identité"], "La carte d’identité et le passeport ne se demandent pas sur ce portail"],
    ["carte d’identitée", ["identité"], "La carte d’identité et le passeport ne se demandent pas sur ce portail"],
    ["passport", ["passeport"], "La carte d’identité et le passeport ne se demandent pas sur ce portail"],
    ["passeports", [], "La carte d’identité et le passeport ne se demandent pas sur ce portail"],
    ["permis de conduir", ["conduire"], "Le permis de conduire et la carte grise ne relèvent pas de la ville"],
    ["permi de construire", [], "Les autorisations d’urbanisme ne se demandent pas sur ce portail"],
    ["casier judicaire", ["judiciaire"], "L’extrait de casier judiciaire ne relève pas de la ville"],
    ["taxe fonsière", ["foncière"], "Les impôts ne relèvent pas de la ville"],
  ])("puts right a word of what is done elsewhere, and tells it: « %s »", async (query, corrected, title) => {
    expect(await searchDemarches(query)).toMatchObject({ demarches: [], corrected, elsewhere: { title } });
  });

  it("does not take a word for another that is short or far", async () => {
    for (const query of ["pacs", "crêpe", "construire", "zzzzqqqq"])
      expect(await searchDemarches(query)).toMatchObject({ corrected: [], demarches: [] });
  });

  it("says that what it shows is only near, when most words are held nowhere", async () => {
    expect(await searchDemarches("permis de chasse")).toMatchObject({ isNear: true, elsewhere: null });
    expect(await searchDemarches("acte de naissance")).toMatchObject({ isNear: false });
  });

  it("gives the reason of a démarche found by a word that it does not show", async () => {
    const matched = async (query: string) => (await searchDemarches(query)).demarches[0]?.matched;
    expect(await matched("cantine")).toEqual(["cantine"]);
    expect(await matched("poubelles")).toEqual(["poubelles"]);
    expect(await matched("acte de naissance")).toEqual([]);
  });

  it.each(["'", "';--", "a & b | !c", "<->", "(((", ":*", "acte:*)", "\\", "%_%", "🙂 acte"])(
    "never fails on « %s »",
    async (query) => {
      expect(Array.isArray((await searchDemarches(query)).demarches)).toBe(true);
    },
  );

  it("answers from its indexes", async () => {
    const plan = await database().transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      return tx.execute(
        sql`explain select 1 from demarches where to_tsvector('french', search_text) @@ plainto_tsquery('french', 'acte') or search_text %> 'acte'`,
      );
    });
    expect(JSON.stringify(plan)).toContain("demarches_search_words");
    expect(JSON.stringify(plan)).toContain("demarches_search_trgm");
  });
});
