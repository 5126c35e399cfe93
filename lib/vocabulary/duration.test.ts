import { inWords } from "./duration";

describe("a duration in words", () => {
  it.each([
    [10, "10 minutes"],
    [60, "une heure"],
    [24 * 60, "24 heures"],
    [48 * 60, "48 heures"],
    [7 * 24 * 60, "7 jours"],
    [91 * 24 * 60, "91 jours"],
    [365 * 24 * 60, "un an"],
    [730 * 24 * 60, "deux ans"],
  ])("%s minutes: %s", (minutes, words) => {
    expect(inWords(minutes)).toBe(words);
  });
});
