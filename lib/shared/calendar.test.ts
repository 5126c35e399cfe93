import { addDays, addMonths } from "./calendar";

describe("calendar days", () => {
  it.each([
    ["2026-11-23", 2, "2027-01-23"],
    ["2026-12-31", 2, "2027-02-28"],
    ["2027-12-31", 2, "2028-02-29"],
    ["2026-01-31", 12, "2027-01-31"],
  ])("adds months to %s, %i, giving %s", (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it("adds days across a leap day", () => {
    expect(addDays("2028-02-28", 2)).toBe("2028-03-01");
  });
});
