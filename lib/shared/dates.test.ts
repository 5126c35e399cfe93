import { addDays, addMonths, dayOf, formatDay, formatDayTime, formatIsoDay, formatShortDay } from "./dates";

describe("dates in France", () => {
  it("says the day of Paris, not that of the server", () => {
    const lateInLondon = new Date("2027-02-28T23:30:00Z");
    expect(dayOf(lateInLondon)).toBe("2027-03-01");
    expect(formatDay(lateInLondon)).toBe("1er mars 2027");
    expect(formatShortDay(lateInLondon)).toBe("01/03/2027");
  });

  it("says the hour on both sides of the change of time", () => {
    expect(formatDayTime(new Date("2027-03-28T00:59:00Z"))).toBe("28 mars 2027 à 1\u00a0h\u00a059");
    expect(formatDayTime(new Date("2027-03-28T01:05:00Z"))).toBe("28 mars 2027 à 3\u00a0h\u00a005");
  });

  it("says midnight as 0 h", () => {
    expect(formatDayTime(new Date("2026-12-31T23:00:00Z"))).toBe("1er janvier 2027 à 0\u00a0h\u00a000");
  });

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
    expect(formatIsoDay("2028-02-29")).toBe("29 février 2028");
  });
});
