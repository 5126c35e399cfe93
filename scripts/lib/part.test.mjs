import { partNamed } from "./part.mjs";

const texts = new Map([
  ["lib/proofs/link.test.ts", 'describe("a link", () => it("opens once", () => {}));'],
  ["lib/proofs/link.db.test.ts", 'it("opens once, on Postgres", () => {});'],
  ["components/ui/link.test.tsx", 'it.each([["a"], ["b"]])("is read: %s", () => {});'],
  ["scripts/start.test.mjs", 'it("says that the disk is full", () => {});'],
  ["e2e/citizen/link.spec.ts", "test(`F10: l’adresse oubliée`, async () => {});"],
  ["lib/proofs/link.ts", 'export const words = "opens once";'],
]);
const none = { unit: [], database: [], scripts: [], journeys: [] };

describe("the tests that words name", () => {
  it("are found by their path, each in its run, and nothing else is", () => {
    expect(partNamed(["proofs"], texts)).toEqual({
      ...none,
      unit: ["lib/proofs/link.test.ts"],
      database: ["lib/proofs/link.db.test.ts"],
    });
  });

  it("are found by their titles, without case nor accents", () => {
    expect(partNamed(["OUBLIEE"], texts)).toEqual({ ...none, journeys: ["e2e/citizen/link.spec.ts"] });
    expect(partNamed(["l'adresse"], texts)).toEqual({ ...none, journeys: ["e2e/citizen/link.spec.ts"] });
    expect(partNamed(["disk"], texts)).toEqual({ ...none, scripts: ["scripts/start.test.mjs"] });
  });

  it("hold every word, in the path or in a title", () => {
    expect(partNamed(["link", "once", "postgres"], texts)).toEqual({
      ...none,
      database: ["lib/proofs/link.db.test.ts"],
    });
    expect(partNamed(["link", "never"], texts)).toEqual(none);
  });
});
