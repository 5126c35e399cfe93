import { nameInLetter } from "./mail-content";

it("repeats a hundred characters at most of each part of a name kept before names had an end", () => {
  expect(nameInLetter(["Camille", "é".repeat(300)])).toBe(`Camille ${"é".repeat(99)}…`);
  expect(nameInLetter(["Camille", "é".repeat(100)])).toBe(`Camille ${"é".repeat(100)}`);
});
