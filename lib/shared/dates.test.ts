import { formatDate, formatDateTime, formatShortDate, isoDay } from "./dates";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("dates in France", () => {
  it("says the day of Paris, not that of the server", () => {
    const lateInLondon = new Date("2027-02-28T23:30:00Z");
    expect(isoDay(lateInLondon)).toBe("2027-03-01");
    expect(plain(formatDate(lateInLondon))).toBe("1er mars 2027");
    expect(formatShortDate(lateInLondon)).toBe("01/03/2027");
  });

  it("says the hour on both sides of the change of time", () => {
    expect(plain(formatDateTime(new Date("2027-03-28T00:59:00Z")))).toBe("28 mars 2027 à 1 h 59");
    expect(plain(formatDateTime(new Date("2027-03-28T01:05:00Z")))).toBe("28 mars 2027 à 3 h 05");
  });

  it("says midnight as 0 h", () => {
    expect(plain(formatDateTime(new Date("2026-12-31T23:00:00Z")))).toBe("1er janvier 2027 à 0 h 00");
  });
});
