import { Audit, Outcome } from "@siteimprove/alfa-act";
import { Playwright } from "@siteimprove/alfa-playwright";
import rules from "@siteimprove/alfa-rules";
import type { Page } from "@playwright/test";

/**
 * What Alfa finds that breaks one of its rules, beside axe: two engines see different faults. Every rule but those below is asked, those
 * of level AAA too (contrast of 7:1, lines one and a half apart). Leaves the page as it was.
 */
export async function alfaFindings(page: Page): Promise<string[]> {
  await page.evaluate(adoptReadableStyles);
  const document = await page.evaluateHandle(() => window.document);
  const seen = await Playwright.toPage(document);
  await page.evaluate(() => void (window.document.adoptedStyleSheets = []));
  const outcomes = await Audit.of(seen, rules.reject(isLeftAside)).evaluate();
  return [...outcomes].filter(Outcome.isFailed).map(({ rule, target }) => `${nameOf(rule.uri)}: ${excerpt(target)}`);
}

const leftAside = new Set([
  // Targets of 44 px (WCAG 2.5.5, AAA): links of a list keep the 24 px of 2.5.8, with room around them.
  "sia-r111",
  // Text outside landmarks: axe judges it (« region »); Alfa takes for text the title, which stands in the page (docs/decisions/003).
  "sia-r57",
  // The title of level 1 before every other: a message of the last act stands above it, with a heading of its own.
  "sia-r61",
  // Headings without content after them: Alfa counts text alone, and a form is content.
  "sia-r78",
]);
const isLeftAside = ({ uri }: { uri: string }) => leftAside.has(nameOf(uri));

/**
 * Alfa drops a whole style sheet for one rule of a kind that it does not know (@property, @container), and would judge a page without
 * styles. It is given copies without them, which change nothing of what is shown.
 */
function adoptReadableStyles() {
  const textOf = (list: CSSRuleList): string =>
    [...list]
      .map((rule) => {
        if (rule instanceof CSSMediaRule) return `@media ${rule.conditionText}{${textOf(rule.cssRules)}}`;
        if (rule instanceof CSSSupportsRule) return `@supports ${rule.conditionText}{${textOf(rule.cssRules)}}`;
        if (rule instanceof CSSLayerBlockRule) return `@layer ${rule.name}{${textOf(rule.cssRules)}}`;
        return rule instanceof CSSContainerRule || rule instanceof CSSPropertyRule ? "" : rule.cssText;
      })
      .join("\n");
  document.adoptedStyleSheets = [...document.styleSheets].map((sheet) => {
    const copy = new CSSStyleSheet();
    copy.replaceSync(textOf(sheet.cssRules));
    return copy;
  });
}

/** https://alfa.siteimprove.com/rules/sia-r66 */
function nameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf("/") + 1);
}

function excerpt(target: unknown): string {
  return String(target).replace(/\s+/g, " ").slice(0, 160);
}
