import { dataRubrics } from "@/lib/vocabulary/data-copy";
import { readMe } from "./read-me";

it("says of every rubric of donnees.json what it holds", () => {
  const words = readMe(new Date("2026-01-15T09:00:00Z"), { firstName: "Ada", lastName: "Exemple" }, 2);
  expect(words).toContain("Ada Exemple");
  expect(dataRubrics.filter((rubric) => !new RegExp(`\\b${rubric}\\b`).test(words))).toEqual([]);
});
