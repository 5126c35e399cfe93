import {
  delaySentence,
  isTopical,
  nextSeason,
  personalQuotaSentence,
  limitSentence,
  quotaSentence,
  seasonSentence,
  whyUnavailable,
} from "./status";

const always = { season: null, opensOn: null, closesOn: null, quota: null, quotaUsed: 0 };
const season = { ...always, opensOn: "2027-03-01", closesOn: "2027-05-31" };

describe("availability", () => {
  it.each([
    [always, "2026-11-23", null],
    [season, "2027-02-28", "not_open_yet"],
    [season, "2027-03-01", null],
    [season, "2027-05-31", null],
    [season, "2027-06-01", "closed"],
    [{ ...always, quota: 2, quotaUsed: 1 }, "2026-11-23", null],
    [{ ...always, quota: 2, quotaUsed: 2 }, "2026-11-23", "quota_reached"],
    [{ ...always, quota: 2, quotaUsed: 3 }, "2026-11-23", "quota_reached"],
    [{ ...season, quota: 1, quotaUsed: 1 }, "2027-06-01", "closed"],
  ] as const)("%j on %s: %s", (availability, today, reason) =>
    expect(whyUnavailable(availability, today)).toBe(reason),
  );

  it("is said in French, the first of the month included", () => {
    expect(seasonSentence(season, "2026-11-23")).toContain("ouvrira le 1er");
    expect(seasonSentence(season, "2027-04-01")).toContain("jusqu’au 31");
    expect(seasonSentence(season, "2027-06-01")).toContain("fermée depuis le 31");
    expect(seasonSentence(always, "2027-06-01")).toBeNull();
  });

  it("opens a season that spans the new year, then the next one", () => {
    const winter = { opens: "09-01", closes: "01-31" };
    expect(nextSeason(winter, "2026-11-23")).toEqual({ opensOn: "2026-09-01", closesOn: "2027-01-31" });
    expect(nextSeason(winter, "2027-01-31")).toEqual({ opensOn: "2026-09-01", closesOn: "2027-01-31" });
    expect(nextSeason(winter, "2027-02-01")).toEqual({ opensOn: "2027-09-01", closesOn: "2028-01-31" });
    const spring = { opens: "03-01", closes: "05-31" };
    expect(nextSeason(spring, "2026-11-23")).toEqual({ opensOn: "2027-03-01", closesOn: "2027-05-31" });
    expect(nextSeason(spring, "2027-05-31")).toEqual({ opensOn: "2027-03-01", closesOn: "2027-05-31" });
  });

  it("says what is left", () => {
    expect(quotaSentence(always)).toBeNull();
    expect(limitSentence(always)).toBeNull();
    expect(limitSentence({ ...always, quota: 200, quotaUsed: 13 })).toBe("Le nombre de demandes est limité à 200.");
    expect(quotaSentence({ ...always, quota: 200, quotaUsed: 13 })).toBe(
      "Il reste 187\u00a0demandes possibles sur 200.",
    );
    expect(quotaSentence({ ...always, quota: 200, quotaUsed: 199 })).toBe(
      "Il reste une seule demande possible sur 200.",
    );
    expect(quotaSentence({ ...always, quota: 200, quotaUsed: 205 })).toContain("quota est atteint");
    expect(personalQuotaSentence(null)).toBeNull();
    expect(personalQuotaSentence(1)).toBe("Une seule demande par personne.");
    expect(personalQuotaSentence(2)).toBe("2\u00a0demandes au plus par personne.");
  });

  it("says whole months as months", () => {
    expect(delaySentence(1)).toBe("1\u00a0jour");
    expect(delaySentence(30)).toBe("30\u00a0jours");
    expect(delaySentence(120)).toBe("4\u00a0mois");
    expect(delaySentence(61)).toBe("61\u00a0jours");
  });

  it("puts on the front page what is limited and open", () => {
    expect(isTopical(always, "2027-04-01")).toBe(false);
    expect(isTopical(season, "2027-04-01")).toBe(true);
    expect(isTopical(season, "2027-01-01")).toBe(false);
    expect(isTopical({ ...always, quota: 1, quotaUsed: 1 }, "2027-01-01")).toBe(false);
  });
});
