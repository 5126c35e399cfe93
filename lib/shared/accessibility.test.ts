import { accessibilityMention, complianceOf } from "./accessibility";

const audited = (rate: number) => ({ audit: { rate, auditor: "Un cabinet", date: "2026-10-01" } });

describe("what a town may declare", () => {
  it.each([
    [100, "totalement conforme"],
    [99.99, "partiellement conforme"],
    [50, "partiellement conforme"],
    [49.99, "non conforme"],
    [0, "non conforme"],
  ])("%s %% of the criteria: %s", (rate, words) => {
    expect(complianceOf(audited(rate))).toBe(words);
  });

  it("is nothing better than « non conforme » while nobody audited it", () => {
    expect(accessibilityMention({ audit: null })).toBe("Accessibilité\u00a0: non conforme");
    expect(accessibilityMention(audited(72))).toBe("Accessibilité\u00a0: partiellement conforme");
  });
});
