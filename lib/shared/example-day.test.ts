import { exampleDay } from "./example-day";

describe("the example of a day", () => {
  it.each([
    ["2026-11-30", "adult", "31 3 1980"],
    ["2026-11-30", "child", "31 3 2020"],
    ["2026-11-30", "future", "28 3 2027"],
    ["2027-01-01", "future", "28 3 2028"],
    ["2049-06-01", "child", "31 3 2043"],
  ] as const)("suits whom it is asked of, on the %s: %s", (today, of, written) => {
    expect(exampleDay(today, of)).toBe(written);
  });

  it.each([
    ["adult", { earliest: "2001-11-30", latest: "2010-11-30" }, "31 5 2006"],
    ["future", { earliest: "2026-12-07", latest: "2027-01-29" }, "2 1 2027"],
    ["future", { earliest: "2027-05-01" }, "1 6 2027"],
    ["child", { latest: "2010-03-31" }, "28 2 2010"],
    ["future", { earliest: "2026-12-07", latest: "2026-12-07" }, "7 12 2026"],
  ] as const)("is never outside what is accepted: %s, %j", (of, bounds, written) => {
    expect(exampleDay("2026-11-30", of, bounds)).toBe(written);
  });
});
