import { appendFileSync, existsSync, mkdirSync, openSync, readFileSync, closeSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Audit, Outcome } from "@siteimprove/alfa-act";
import { Document, Node, Sheet, type Element } from "@siteimprove/alfa-dom";
import rules from "@siteimprove/alfa-rules";
import { Page as JudgedPage } from "@siteimprove/alfa-web";
import type { BrowserContext, Page } from "@playwright/test";
import { lookAt, watchPages, type Known, type PageState } from "./page-states";

/**
 * Alfa beside axe, over every state of every page that the journeys meet: two engines see different faults. Every rule but those below is
 * asked, those of level AAA too (contrast of 7:1, lines one and a half apart). A structure is judged once in the whole run, by
 * whichever journey meets it first.
 */
export class SecondEngine {
  private readonly known: Known = { structures: [], sheets: [] };
  private readonly styles = new Map<string, Sheet[]>();
  private readonly waiting: PageState[] = [];
  private readonly places = new Set<string>();
  private readonly paths = new Set<string>();

  /** `folder`: of this run, for all its processes. */
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  /** A context that is closed before it is watched has nothing to show. */
  watch(context: BrowserContext): void {
    void watchPages(context, this.known, (state) => this.keep(state)).catch(() => undefined);
  }

  /** What Alfa finds in what was met since it was last asked, and in these pages as they are now. */
  async findings(pages: readonly Page[]): Promise<string[]> {
    for (const page of pages) await lookAt(page, this.known, (state) => this.keep(state), "any");
    const found: string[] = [];
    for (const state of this.waiting.splice(0)) if (this.claim(state)) found.push(...(await this.judge(state)));
    return found;
  }

  private keep(state: PageState): void {
    this.note(`${state.status} ${state.path}\n`);
    if (!state.document || this.known.structures.includes(state.structure)) return;
    this.known.structures.push(state.structure);
    if (!this.styles.has(state.sheets)) {
      this.styles.set(state.sheets, state.document.style.map(Sheet.from));
      this.known.sheets.push(state.sheets);
    }
    this.waiting.push(state);
  }

  private note(line: string): void {
    if (this.paths.has(line)) return;
    this.paths.add(line);
    appendFileSync(join(this.folder, pathsFile), line);
  }

  /** Whether nobody judged it yet. */
  private claim({ structure }: PageState): boolean {
    const mark = join(this.folder, structure);
    if (existsSync(mark)) return false;
    try {
      closeSync(openSync(mark, "wx"));
      return true;
    } catch {
      return false;
    }
  }

  private async judge(state: PageState): Promise<string[]> {
    const start = process.cpuUsage();
    const found: string[] = [];
    const isNew = this.hasNewPlaces(state);
    // A window of 320 px has the colours of one of 1280.
    const both = isNew && !isNarrow(state);
    for (const colours of both ? (["light", "dark"] as const) : (["light"] as const)) {
      const asked =
        colours === "dark"
          ? rules.filter(isOfColours)
          : rules.reject((rule) => isLeftAside(rule) || (isOfSizes(rule) && !isNew));
      const outcomes = await Audit.of(this.pageOf(state, colours), asked).evaluate();
      for (const outcome of outcomes)
        if (Outcome.isFailed(outcome))
          found.push(`${state.path} (${colours}) ${nameOf(outcome.rule.uri)}: ${excerpt(outcome.target)}`);
    }
    const { user, system } = process.cpuUsage(start);
    appendFileSync(join(this.folder, costsFile), `${Math.round((user + system) / 1000)} ${state.path}\n`);
    return found;
  }

  /** Colours and sizes follow from what a text stands in, on whatever page: those of the dark, and targets, are judged once a place. */
  private hasNewPlaces(state: PageState): boolean {
    const before = this.places.size;
    const around = `${state.sheets} ${isNarrow(state)} `;
    for (const child of state.document?.children ?? []) addPlaces(child, around, this.places);
    return this.places.size > before;
  }

  private pageOf({ document, sheets, viewport, path }: PageState, colours: "light" | "dark"): JudgedPage {
    const url = `http://parvis.test${path}`;
    const empty = JudgedPage.from({
      request: { method: "GET", url, headers: [], body: "" },
      response: { url, status: 200, headers: [], body: "" },
      document: { type: "document", children: [], style: [] },
      device: {
        type: "screen",
        viewport: { ...viewport, orientation: "landscape" },
        display: { resolution: 1, scan: "progressive" },
        scripting: { enabled: true },
        preferences: [{ name: "prefers-color-scheme", value: colours }],
      },
    }).getUnsafe();
    const children = (document?.children ?? []).map((child) => Node.from(withoutRepeats(child), empty.device));
    return JudgedPage.of(empty.request, empty.response, Document.of(children, this.styles.get(sheets)), empty.device);
  }
}

const pathsFile = "paths.txt";
const costsFile = "costs.txt";

/** What the run saw so far: addresses that answered, structures judged, and the seconds of processor that it took. */
export function seenBy(folder: string): { paths: string[]; structures: number; seconds: number } {
  const lines = (file: string) =>
    existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8").trim().split("\n") : [];
  const costs = lines(costsFile).map((line) => Number.parseInt(line, 10));
  return {
    paths: [...new Set(lines(pathsFile))],
    structures: readdirSync(folder).filter((name) => name !== pathsFile && name !== costsFile).length,
    seconds: Math.round(costs.reduce((sum, each) => sum + each, 0) / 1000),
  };
}

/** Each element that has words of its own, by all that styles ask of it and of those around it. */
function addPlaces(node: Node.JSON, around: string, places: Set<string>): void {
  if (!isElement(node)) return;
  const asked = node.attributes.filter(({ name }) => /^(class|type|disabled|style|role|aria-(?!label).*)$/.test(name));
  const place = `${around}>${node.name}${asked.map(({ name, value }) => `[${name}=${value}]`).join("")}`;
  const children = node.children ?? [];
  if (children.some(isWords)) places.add(place);
  for (const child of children) addPlaces(child, place, places);
}

/** Rows, lines and choices of one shape are judged by the first three: a journal has a hundred. */
function withoutRepeats<N extends Node.JSON>(node: N): N {
  const counts = new Map<string, number>();
  const children = node.children?.filter((child) => {
    if (!isElement(child) || !["tr", "li", "option"].includes(child.name)) return true;
    const shape = shapeOf(child);
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
    return (counts.get(shape) ?? 0) <= 3;
  });
  return { ...node, children: children?.map(withoutRepeats) };
}

function shapeOf(node: Node.JSON): string {
  if (!isElement(node)) return isWords(node) ? "text" : "";
  const attributes = node.attributes.map(({ name, value }) => (/^(class|role|type)$/.test(name) ? value : name));
  return `<${node.name} ${attributes.join(" ")}>${(node.children ?? []).map(shapeOf).join("")}</>`;
}

const isNarrow = ({ viewport }: PageState) => viewport.width < 640;
const isWords = (node: Node.JSON) => node.type === "text" && typeof node.data === "string" && node.data.trim() !== "";
const isElement = (node: Node.JSON): node is Element.JSON => node.type === "element";

const leftAside = new Set([
  // Targets of 44 px (WCAG 2.5.5, AAA): links of a list keep the 24 px of 2.5.8, with room around them.
  "sia-r111",
  // Text outside landmarks: axe judges it (« region »); Alfa takes for text the title, which stands in the page (docs/decisions/003).
  "sia-r57",
  // The title of level 1 before every other: a message of the last act stands above it, with a heading of its own.
  "sia-r61",
  // Headings without content after them: Alfa counts text alone, and a form is content.
  "sia-r78",
  // Focus that is seen: never a fault, a question where Alfa cannot tell; e2e/citizen/keyboard.spec.ts walks it.
  "sia-r65",
]);
const isLeftAside = ({ uri }: { uri: string }) => leftAside.has(nameOf(uri));

/** Contrast (AA and AAA) and links told from text: all that the dark colours can change. */
const ofColours = new Set(["sia-r62", "sia-r66", "sia-r69"]);
const isOfColours = ({ uri }: { uri: string }) => ofColours.has(nameOf(uri));

/** Targets of 24 px or apart (AA): a third of what all rules cost. */
const isOfSizes = ({ uri }: { uri: string }) => nameOf(uri) === "sia-r113";

/** https://alfa.siteimprove.com/rules/sia-r66 */
function nameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf("/") + 1);
}

function excerpt(target: unknown): string {
  return String(target).replace(/\s+/g, " ").slice(0, 160);
}
