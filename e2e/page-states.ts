import { setTimeout as sleep } from "node:timers/promises";
import type { Document as DocumentOf } from "@siteimprove/alfa-dom";
import { Native } from "@siteimprove/alfa-dom/native";
import type { BrowserContext, Page } from "@playwright/test";

/** A page as a journey left it: at each press, each key, each form sent, and when it is left for another. */
export type PageState = {
  path: string;
  /** What the server answered when the document was asked for. */
  status: number;
  /** Its tags, roles, classes and the attributes that engines judge; not its words. */
  structure: string;
  /** Names its style sheets. */
  sheets: string;
  viewport: { width: number; height: number };
  /** Absent where the structure is known. */
  document?: DocumentOf.JSON;
};

/** What was seen, by its name: a page need not send it again. */
export type Known = { structures: string[]; sheets: string[] };

/** Shows each state of every page of a context to `keep`. */
export async function watchPages(context: BrowserContext, known: Known, keep: (state: PageState) => void) {
  const sent = context.exposeBinding("keepPageState", (_source, state: PageState) => keep(state));
  const watched = context.addInitScript({
    content: `(${watchFromInside.toString()})(${lookScript(known)})`,
  });
  context.on("page", (page) => {
    // Without its scripts a page changes only by being loaded.
    page.on("load", () => void lookAt(page, known, keep, "unwatched"));
  });
  await Promise.all([sent, watched]);
}

/** The state of a page now. A page that is being left, that answers no more, or that is none of ours has none. */
export async function lookAt(page: Page, known: Known, keep: (state: PageState) => void, which: "any" | "unwatched") {
  const isWatched = which === "unwatched" ? '"keepPageState" in window' : "false";
  const seen = page.evaluate<PageState | null>(`${isWatched} ? null : (${lookScript(known)})()`).catch(() => null);
  const state = await Promise.race([seen, sleep(patience, null, { ref: false })]);
  if (state) keep(state);
}

/** A page that waits for a dialog answers nothing. */
const patience = 10_000;

function lookScript(known: Known): string {
  const parts = [stateOfPage, structureOf, readableSheets].map(String).join("\n");
  return `(() => { ${parts}; const fromNode = ${Native.fromNode.toString()}; const known = ${JSON.stringify(known)}; return () => stateOfPage(fromNode, known); })()`;
}

/* What follows runs inside the page: each is sent as its own text. */

type Watched = { keepPageState?: (state: PageState) => Promise<void> };

function watchFromInside(look: () => Promise<PageState | null>) {
  const show = () =>
    void look()
      .then((state) => state && (window as Watched).keepPageState?.(state))
      .catch(() => undefined);
  for (const event of ["pointerdown", "click", "keydown", "submit", "beforeunload"])
    addEventListener(event, show, { capture: true });
}

/** In one turn, so that nothing changes meanwhile: `fromNode` waits for nothing. */
async function stateOfPage(fromNode: typeof Native.fromNode, known: Known): Promise<PageState | null> {
  const isLetter = location.pathname.startsWith("/api/courrier/");
  const isOurs = isLetter || document.querySelector('link[rel="stylesheet"][href*="/_next/static/"]') !== null;
  if (!isOurs || document.readyState === "loading") return null;
  const digest = (text: string) => {
    let [one, two] = [0xdeadbeef, 0x41c6ce57];
    for (let index = 0; index < text.length; index += 1) {
      one = Math.imul(one ^ text.charCodeAt(index), 2654435761);
      two = Math.imul(two ^ text.charCodeAt(index), 1597334677);
    }
    return (one >>> 0).toString(36) + (two >>> 0).toString(36);
  };
  const styles = [...document.styleSheets].map(({ href, ownerNode }) =>
    href ? new URL(href).pathname : ownerNode?.textContent,
  );
  const sheets = digest(styles.join(" "));
  const width = innerWidth < 640 ? "narrow" : "wide";
  const structure = digest(
    [sheets, width, document.title === "" ? "" : "title", structureOf(document.documentElement)].join(" "),
  );
  const [sent] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const state = {
    path: location.pathname,
    status: sent?.responseStatus ?? 200,
    structure,
    sheets,
    viewport: { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight },
  };
  if (known.structures.includes(structure)) return state;
  known.structures.push(structure);
  const isNew = !known.sheets.includes(sheets);
  if (isNew) document.adoptedStyleSheets = readableSheets();
  const whole = await fromNode(document);
  if (!isNew) return { ...state, document: { ...whole, style: [] } };
  document.adoptedStyleSheets = [];
  known.sheets.push(sheets);
  return { ...state, document: whole };
}

/** Two pages with the same are judged once: neither words nor names count, nor how many times the same thing stands beside itself. */
function structureOf(element: Element): string {
  const kept =
    /^(class|role|type|lang|tabindex|autocomplete|scope|hidden|disabled|inert|open|style|aria-(?!label|describedby|controls|owns|details).*)$/;
  const left = /^(id|name|value|nonce|action|method|enctype|formaction|data-.*|xmlns.*)$/;
  const references = /^(for|aria-(labelledby|describedby|controls|owns|details))$/;
  const attributes = [...element.attributes]
    .filter(({ name }) => !left.test(name))
    .map(({ name, value }) => {
      if (kept.test(name)) return `${name}=${value}`;
      if (references.test(name)) return `${name}=${value.split(/\s+/).every((id) => document.getElementById(id))}`;
      return value.trim() === "" ? `${name}=` : name;
    })
    .sort();
  const inside = ["HEAD", "SCRIPT", "STYLE", "svg"].includes(element.tagName)
    ? []
    : [...element.childNodes].map((node) => {
        if (node instanceof HTMLInputElement && node.type === "hidden") return "";
        if (node instanceof Element) return structureOf(node);
        return node.nodeType === Node.TEXT_NODE && node.textContent?.trim() ? "text" : "";
      });
  const parts = new Set(inside.filter((part) => part !== ""));
  return `<${element.tagName} ${attributes.join(" ")}>${[...parts].join("")}</>`;
}

/**
 * Alfa drops a whole style sheet for one rule of a kind that it does not know (@property, @container), and would judge a page without
 * styles. It is given copies without them, which change nothing of what is shown.
 */
function readableSheets(): CSSStyleSheet[] {
  const textOf = (list: CSSRuleList): string =>
    [...list]
      .map((rule) => {
        if (rule instanceof CSSMediaRule) return `@media ${rule.conditionText}{${textOf(rule.cssRules)}}`;
        if (rule instanceof CSSSupportsRule) return `@supports ${rule.conditionText}{${textOf(rule.cssRules)}}`;
        if (rule instanceof CSSLayerBlockRule) return `@layer ${rule.name}{${textOf(rule.cssRules)}}`;
        return rule instanceof CSSContainerRule || rule instanceof CSSPropertyRule ? "" : rule.cssText;
      })
      .join("\n");
  return [...document.styleSheets].map((sheet) => {
    const copy = new CSSStyleSheet();
    copy.replaceSync(textOf(sheet.cssRules));
    return copy;
  });
}
