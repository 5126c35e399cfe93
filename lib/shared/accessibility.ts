/** What a town declares of the accessibility of its portal (decree n° 2019-768, article 5; model of the RGAA). */
export type Accessibility = {
  /** The audit of a qualified person: share of the criteria of the RGAA that the sample keeps, from 0 to 100. Null while nobody did one. */
  audit: { rate: number; auditor: string; date: string } | null;
  /** ISO day when the statement was last written. */
  statedOn: string;
  /** Known defects that break a criterion, and those whose mending would be out of proportion, one a line. */
  defects: readonly string[];
  exemptions: readonly string[];
  /** Addresses of the multi-year scheme and of the year's action plan (law n° 2005-102, article 47); empty while they are not published. */
  schemeUrl: string;
  planUrl: string;
};

const notCompliant = "non conforme";

/**
 * The three words that the law knows, from the audit alone: all the criteria kept, half of them, or less; a site that nobody audited is
 * not compliant. A rate is cut, never rounded up: 99.99 % is not all.
 */
export function complianceOf({ audit }: Pick<Accessibility, "audit">): string {
  if (!audit || audit.rate < 50) return notCompliant;
  return audit.rate === 100 ? "totalement conforme" : "partiellement conforme";
}

/** « Accessibilité : partiellement conforme », at the foot of every page (same decree, article 6). */
export function accessibilityMention(accessibility: Pick<Accessibility, "audit">): string {
  return `Accessibilité\u00a0: ${complianceOf(accessibility)}`;
}
