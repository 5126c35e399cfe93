import { Audit, Outcome } from "@siteimprove/alfa-act";
import { Playwright } from "@siteimprove/alfa-playwright";
import rules from "@siteimprove/alfa-rules";
import type { Page } from "@playwright/test";

/**
 * What Alfa finds that breaks one of its rules, beside axe: two engines see different faults. Every rule but one is asked, those of
 * level AAA too (contrast of 7:1, for instance).
 */
export async function alfaFindings(page: Page): Promise<string[]> {
  const document = await page.evaluateHandle(() => window.document);
  const outcomes = await Audit.of(await Playwright.toPage(document), rules.reject(isEnlargedTarget)).evaluate();
  return [...outcomes].filter(Outcome.isFailed).map(({ rule, target }) => `${nameOf(rule.uri)}: ${excerpt(target)}`);
}

/** Targets of 44 px (WCAG 2.5.5, AAA): links of a list keep the 24 px of 2.5.8, with room around them. */
const isEnlargedTarget = ({ uri }: { uri: string }) => nameOf(uri) === "sia-r111";

/** https://alfa.siteimprove.com/rules/sia-r66 */
function nameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf("/") + 1);
}

function excerpt(target: unknown): string {
  return String(target).replace(/\s+/g, " ").slice(0, 160);
}
