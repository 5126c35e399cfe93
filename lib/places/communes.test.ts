import { communesOf, findCommune, placesOfTown, officialCommune } from "./communes";

describe("a commune as it is kept", () => {
  it.each([
    ["42000", "st etienne", "Saint-Étienne"],
    ["80000", "AMIENS CEDEX 1", "Amiens"],
    ["59670", "Oxelaere", "Oxelaëre"],
    ["80000", "", "Amiens"],
    ["20000", "ajaccio", "Ajaccio"],
  ])("%s %s is %s", async (code, typed, official) => {
    expect(await officialCommune(code, typed)).toEqual({ commune: official, among: [] });
  });

  it("stays as typed where nothing is meant beyond doubt, with those of the code", async () => {
    const { commune, among } = await officialCommune("80480", "Amiens");
    expect(commune).toBe("Amiens");
    expect(among).toContain("Dury");
    expect((await officialCommune("80480", "")).commune).toBe("");
    expect(await officialCommune("99000", "Belleval")).toEqual({ commune: "Belleval", among: [] });
  });

  it("is never taken for another of its code", async () => {
    const codes = Array.from({ length: 98_999 }, (_, number) => String(number + 1_000).padStart(5, "0"));
    const alike: string[] = [];
    for (const code of codes)
      for (const name of await communesOf(code))
        if ((await findCommune(code, name)) !== name) alike.push(`${code} ${name}`);
    expect(alike).toEqual([]);
  });

  it("is of France alone: « 20000 Casablanca » is not Ajaccio", async () => {
    expect(await findCommune("20000", "Casablanca")).toBeNull();
  });
});

describe("where a town is", () => {
  const codes = async (...lines: string[]) => (await placesOfTown(lines)).map(({ postalCode }) => postalCode);

  it("is everywhere its commune is, not at its town hall alone", async () => {
    expect(await placesOfTown(["Hôtel de ville", "1 place", "80000 Amiens"])).toEqual(
      expect.arrayContaining([
        { postalCode: "80000", commune: "Amiens" },
        { postalCode: "80090", commune: "Amiens" },
      ]),
    );
    expect(await codes("80027 Amiens Cedex 1")).toEqual(expect.arrayContaining(["80000", "80080", "80090"]));
  });

  it("is the place of a demonstration, which no list knows", async () => {
    expect(await placesOfTown(["1 place du Parvis", "99000 Belleval"])).toEqual([
      { postalCode: "99000", commune: null },
    ]);
  });

  it("is nowhere that a box of letters, or a CEDEX that names nothing, would say", async () => {
    expect(await codes("BP 60731", "CS 12345", "80027 Service des impôts CEDEX 1")).toEqual([]);
    expect(await codes()).toEqual([]);
  });
});
