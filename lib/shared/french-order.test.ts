import { inFrenchOrder, inFrenchRank } from "./french-order";

describe("the order of names", () => {
  it("is that of a French dictionary, whatever the bytes say", () => {
    const names = [
      "Service voirie",
      "Service état civil",
      "Service Élections",
      "service eau",
      "Service 10",
      "Service 9",
      "Œuvres sociales",
      "Ophélie",
    ];
    expect(inFrenchOrder(names, (name) => name)).toEqual([
      "Œuvres sociales",
      "Ophélie",
      "Service 9",
      "Service 10",
      "service eau",
      "Service Élections",
      "Service état civil",
      "Service voirie",
    ]);
  });

  it("looks at the next name where the first is the same, and leaves equals as they came", () => {
    const rows = [
      { town: "B", name: "a", id: 1 },
      { town: "A", name: "é", id: 2 },
      { town: "A", name: "d", id: 3 },
      { town: "A", name: "d", id: 4 },
    ];
    const sorted = inFrenchOrder(
      rows,
      ({ town }) => town,
      ({ name }) => name,
    );
    expect(sorted.map(({ id }) => id)).toEqual([3, 4, 2, 1]);
  });

  it("puts a rank before a name, by its value", () => {
    const rows = [
      { rank: 10, name: "a" },
      { rank: 9, name: "Étang" },
      { rank: 9, name: "eau" },
    ];
    const sorted = inFrenchOrder(
      rows,
      ({ rank }) => rank,
      ({ name }) => name,
    );
    expect(sorted.map(({ name }) => name)).toEqual(["eau", "Étang", "a"]);
    expect(
      inFrenchRank(
        rows,
        ({ rank }) => rank,
        ({ name }) => name,
      ),
    ).toEqual([{ name: "eau" }, { name: "Étang" }, { name: "a" }]);
  });
});
