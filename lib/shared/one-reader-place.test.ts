import type { z } from "zod";
import {
  type Door,
  changedRelation,
  changedAddress,
  changedTown,
  posted,
  asked,
  whole,
  id,
  relation,
} from "@/db/test/doors";
import { addressColumns } from "@/lib/accounts/profile/address-columns";
import { readPlace } from "@/lib/places/read-place";
import { addressSchema } from "@/lib/accounts/schema/citizen";
import { officialCommunes } from "@/lib/demandes/draft/official-communes";
import { carriedFrom } from "@/lib/demandes/draft/carried";
import { setAnswer } from "@/lib/demarches/fields/paths";
import { placesOfTown } from "@/lib/places/communes";
import { addRelationSchema, changeRelationSchema } from "@/lib/relations/schema";
import { isFrance } from "./place";

const changed = { ...relation, relationId: id };
const here = { "s.f.line": "1 rue", "s.f.postalCode": "80000", "s.f.commune": "Amiens" };
const inAddress = (part: string) => asked({ type: "address" }, (typed) => ({ ...here, [`s.f.${part}`]: typed }), part);

/** One thing typed at every door, and what each made of it. */
function runThrough(doors: Record<string, Door>, kept: readonly (readonly [string, string])[], refused: string[]) {
  it.each(Object.entries(doors))("is read the same way: %s", (_name, door) => {
    for (const [typed, expected] of kept) expect([typed, door(typed)]).toEqual([typed, expected]);
    for (const typed of refused) expect([typed, door(typed)]).toEqual([typed, null]);
  });
}

describe("a line of an address", () => {
  const doors = {
    profile: changedAddress("addressLine"),
    "profile, complement": changedAddress("addressExtra"),
    "relation, added": posted(addRelationSchema, relation, "addressLine"),
    "relation, changed": changedRelation("addressExtra"),
    démarche: inAddress("line"),
    "démarche, complement": inAddress("extra"),
    "démarche, abroad": asked(
      { type: "address", allowsAbroad: true },
      (typed) => ({ "s.f.line": typed, "s.f.commune": "Casablanca", "s.f.country": "Maroc" }),
      "line",
    ),
  };
  runThrough(
    doors,
    [
      ["  12 bis   rue des Lilas ", "12 bis rue des Lilas"],
      ["12 ter, allée de l’Œuvre", "12 ter, allée de l’Œuvre"],
      ["3 rue A\nBât. B\r\n4e étage", "3 rue A Bât. B 4e étage"],
      ["3\true\u00a0A", "3 rue A"],
      ["3 rue\u200b des \u202eLi\u00adlas\u2060", "3 rue des Lilas"],
      ["3 rue\u200d A\ufe0f", "3 rue A"],
      ["rue de l’E\u0301glise", "rue de l’Église"],
      ["Lieu-dit « Le Moulin »", "Lieu-dit « Le Moulin »"],
      ["Apt. #4, 221B Baker Street", "Apt. #4, 221B Baker Street"],
      ["شارع محمد الخامس 12", "شارع محمد الخامس 12"],
      ["a".repeat(200), "a".repeat(200)],
    ],
    ["12 rue 🙂", "🏠", "🇫🇷", "-", "…", "a".repeat(201), "12 rue \u0000"],
  );

  it("keeps the lines of the town's address, each cleaned alike", () => {
    const read = changedTown("contact.address");
    expect(read("Hôtel de ville\u200b\r\n 1  place \n\nF-80000 Amiens")).toEqual([
      "Hôtel de ville",
      "1 place",
      "F-80000 Amiens",
    ]);
  });
});

describe("the name of a commune", () => {
  const doors = {
    profile: changedAddress("commune"),
    "relation, added": posted(addRelationSchema, relation, "commune"),
    "relation, changed": changedRelation("commune"),
    "relation's birth": posted(addRelationSchema, relation, "birthPlace"),
    démarche: inAddress("commune"),
    "démarche, commune": asked(
      { type: "commune" },
      (typed) => ({ "s.f.postalCode": "80000", "s.f.commune": typed }),
      "commune",
    ),
    "démarche, birth": asked({ type: "text", format: "place" }, whole),
    "démarche, person's birth": asked(
      { type: "person", from: ["account"], asks: ["birthPlace"] },
      (typed) => ({ "s.f.firstName": "A", "s.f.lastName": "B", "s.f.birthPlace": typed }),
      "birthPlace",
    ),
  };
  runThrough(
    doors,
    [
      [" Saint-Denis  (La Réunion) ", "Saint-Denis (La Réunion)"],
      ["L’Haÿ-les-Roses", "L’Haÿ-les-Roses"],
      ["Casablanca\u200b, Maroc", "Casablanca, Maroc"],
      ["Œuf-en-Ternois", "Œuf-en-Ternois"],
      ["Paris 16e", "Paris 16e"],
      ["東京", "東京"],
      ["Y", "Y"],
      ["a".repeat(100), "a".repeat(100)],
    ],
    ["Amiens 🙂", "--", "?", "a".repeat(101)],
  );
});

describe("where somebody lives in France", () => {
  type Place = { postalCode: string; commune: string };
  type PlaceDoor = (place: Place) => Promise<string | null>;
  const relationDoor = (schema: z.ZodType<Place>, base: object): PlaceDoor => {
    return async (place) => {
      const read = await readPlace(schema.parse({ ...base, ...place }));
      return read.error === undefined ? read.commune : null;
    };
  };
  const asForm = ({ postalCode, commune }: Place, country?: string) => ({
    "s.f.line": "1 rue",
    "s.f.postalCode": postalCode,
    "s.f.commune": commune,
    ...(country === undefined ? {} : { "s.f.country": country }),
  });
  const demarcheDoor = (definition: Parameters<typeof asked>[0], country?: string): PlaceDoor => {
    return async (place) => {
      const raw = await officialCommunes(asForm(place, country));
      return asked(definition, () => raw, "commune")("") as string | null;
    };
  };
  const doors: Record<string, PlaceDoor> = {
    profile: async (place) => {
      const columns = await addressColumns(addressSchema.parse(place));
      return columns.ok ? columns.value.commune : null;
    },
    "relation, added": relationDoor(addRelationSchema, relation),
    "relation, changed": relationDoor(changeRelationSchema, changed),
    "démarche, address": demarcheDoor({ type: "address" }),
    "démarche, address in France": demarcheDoor({ type: "address", allowsAbroad: true }, "France"),
    "démarche, address overseas": demarcheDoor({ type: "address", allowsAbroad: true }, "La Réunion"),
    "démarche, commune": demarcheDoor({ type: "commune" }),
    "address of the town": async ({ postalCode, commune }) => {
      const places = await placesOfTown(["1 place", `${postalCode} ${commune}`]);
      return places.find((place) => place.postalCode === postalCode)?.commune ?? null;
    },
  };
  const kept = [
    ["80000", "amiens", "Amiens"],
    ["80000", " AMIENS\u200b ", "Amiens"],
    ["80000", "AMIENS CEDEX 1", "Amiens"],
    ["80000", "80000 Amiens", "Amiens"],
    ["42000", "st etienne", "Saint-Étienne"],
    ["42000", "St. Étienne", "Saint-Étienne"],
    ["42000", "SAINT ETIENNE", "Saint-Étienne"],
    ["62130", "oeuf en ternois", "Œuf-en-Ternois"],
    ["62130", "ŒUF-EN-TERNOIS", "Œuf-en-Ternois"],
    ["94240", "l'hay les roses", "L'Haÿ-les-Roses"],
    ["94240", "L`HAŸ-LES-ROSES", "L'Haÿ-les-Roses"],
    ["92200", "Neuilly s/Seine", "Neuilly-sur-Seine"],
    ["92200", "neuilly s/ seine", "Neuilly-sur-Seine"],
    ["75016", "Paris", "Paris"],
    ["75016", "Paris 16", "Paris"],
    ["75016", "Paris 16e", "Paris"],
    ["75016", "PARIS 16 ème", "Paris"],
    ["75016", "Paris (16e)", "Paris"],
    ["75016", "Paris XVIe", "Paris"],
    ["75016", "Paris 16e Arrondissement", "Paris"],
    ["75001", "Paris 1er", "Paris"],
    ["75116", "Paris 16e arr.", "Paris"],
    ["69003", "Lyon 3e", "Lyon"],
    ["13008", "Marseille 08", "Marseille"],
    ["93200", "Saint Denis", "Saint-Denis"],
    ["97400", "Saint Denis", "Saint-Denis"],
    ["20000", "ajaccio", "Ajaccio"],
    ["74600", "Seynod", "Annecy"],
  ] as const;

  it.each(Object.entries(doors))("has its official name: %s", async (_name, door) => {
    for (const [postalCode, commune, expected] of kept)
      expect([postalCode, commune, await door({ postalCode, commune })]).toEqual([postalCode, commune, expected]);
  });

  it.each(Object.entries(doors).filter(([name]) => !name.startsWith("address of")))(
    "takes the only commune of its code where none was typed: %s",
    async (_name, door) => expect(await door({ postalCode: "80000", commune: "" })).toBe("Amiens"),
  );

  it.each(["démarche, address", "démarche, commune"])("keeps what no list knows: %s", async (name) => {
    expect(await doors[name]?.({ postalCode: "99000", commune: "Belleval" })).toBe("Belleval");
    expect(await doors.profile?.({ postalCode: "99000", commune: "Belleval" })).toBe("Belleval");
  });

  it("is told that its code has no such commune, where nothing waits on it", async () => {
    for (const name of ["profile", "relation, added", "relation, changed"])
      expect(await doors[name]?.({ postalCode: "80480", commune: "Lille" })).toBeNull();
  });

  it.each(["Maroc", "MAROC", "Royaume du Maroc", "Monaco", "Belgique"])(
    "is never somewhere of France in another country: %s",
    async (country) => {
      const door = demarcheDoor({ type: "address", allowsAbroad: true }, country);
      expect(await door({ postalCode: "20000", commune: "Casablanca" })).toBe("Casablanca");
      expect(await door({ postalCode: "20000", commune: "ajaccio" })).toBe("ajaccio");
      expect(await door({ postalCode: "20000", commune: "" })).toBeNull();
    },
  );

  it("gives an account its address whatever way France is written, and no address abroad", () => {
    const carried = (country?: string) => {
      const address = { line: "1 rue", postalCode: "97400", commune: "Saint-Denis", ...(country && { country }) };
      return carriedFrom(setAnswer({}, "applicant.address", address)).address?.commune ?? null;
    };
    for (const country of [undefined, "France", " FRANCE ", "France.", "La Réunion", "France métropolitaine"])
      expect([country, carried(country)]).toEqual([country, "Saint-Denis"]);
    expect(carried("Maroc")).toBeNull();
  });

  it.each(["France\u200b", "france.", "FR", "Guadeloupe", "Guyane française", "Île de La Réunion", "Mayotte", "Corse"])(
    "is France: %s",
    (country) => expect(isFrance(country)).toBe(true),
  );
});
