import { randomBytes } from "node:crypto";
import { getQueriesForElement, within } from "@testing-library/dom";
import { request, type APIRequestContext, type APIResponse } from "@playwright/test";
import { JSDOM } from "jsdom";

type Element = HTMLElement;
type Controls = Record<string, string | boolean>;
type Cookie = { name: string; value: string };

/**
 * A person whose browser runs no script: pages as the server sends them, links and forms followed as that browser would. Ten times
 * cheaper than Chromium, for what a journey proves by words alone; what one sees or types into stays with the journeys of a browser.
 */
export class Visitor {
  private page: JSDOM | undefined;
  private last: APIResponse | undefined;
  private chosen = new Map<string, File[]>();

  private constructor(
    private readonly site: string,
    private readonly http: APIRequestContext,
  ) {}

  /** `cookie`: the session of who has one. */
  static async arrive(site: string, cookie?: Cookie): Promise<Visitor> {
    const { hostname } = new URL(site);
    const kept = { domain: hostname, path: "/", expires: -1, httpOnly: true, secure: false, sameSite: "Lax" as const };
    const http = await request.newContext({
      baseURL: site,
      // Limits count addresses: each visitor has its own, which the server believes under TRUST_PROXY=1.
      extraHTTPHeaders: { "x-forwarded-for": `10.${randomBytes(3).join(".")}`, "accept-language": "fr" },
      storageState: { cookies: cookie ? [{ ...cookie, ...kept }] : [], origins: [] },
    });
    return new Visitor(site, http);
  }

  async leave(): Promise<void> {
    await this.http.dispose();
  }

  /** Opens an address of the portal, redirections followed. Throws when the answer is no page. */
  async open(path: string): Promise<this> {
    return this.show(await this.http.get(path, { headers: { accept: "text/html" } }));
  }

  /** What a link downloads, redirections followed. */
  async download(link: Element): Promise<APIResponse> {
    return this.http.get(hrefOf(link));
  }

  /** The names of the cookies that the portal left. */
  async cookies(): Promise<string[]> {
    const { cookies } = await this.http.storageState();
    return cookies.map(({ name }) => name);
  }

  get address(): string {
    const { pathname, search } = new URL(this.answer.url());
    return `${pathname}${search}`;
  }

  get status(): number {
    return this.answer.status();
  }

  /** What is looked for by role, label or text in the whole page. */
  get all() {
    return getQueriesForElement(this.document.body);
  }

  /** The same, in the content of the page alone. */
  get main() {
    return within(this.all.getByRole("main"));
  }

  /** The words of the content, spaces made plain. */
  get words(): string {
    return textOf(this.all.getByRole("main"));
  }

  /** The title of the document, spaces made plain. */
  get documentTitle(): string {
    return plain(this.document.title);
  }

  get title(): string {
    return textOf(this.main.getByRole("heading", { level: 1 }));
  }

  /** Follows the first link of that name, in the content if it is there. */
  async follow(name: string | RegExp): Promise<this> {
    const [link] = [...this.main.queryAllByRole("link", { name }), ...this.all.queryAllByRole("link", { name })];
    if (!link) throw new Error(`no link « ${String(name)} » at ${this.address}: ${this.words.slice(0, 400)}`);
    return this.open(hrefOf(link));
  }

  /** Sets controls by their label: a text, the words of an option, or whether a box is ticked. */
  fill(controls: Controls, inside: Element = this.all.getByRole("main")): this {
    for (const [label, value] of Object.entries(controls)) set(within(inside).getByLabelText(label), value);
    return this;
  }

  /** Ticks the box, or the choice, of that label. */
  check(label: string | RegExp, inside: Element = this.all.getByRole("main")): this {
    set(within(inside).getByLabelText(label), true);
    return this;
  }

  /** Chooses files in the control of that label. */
  choose(label: string | RegExp, files: readonly File[], inside: Element = this.all.getByRole("main")): this {
    const control = within(inside).getByLabelText(label);
    this.chosen.set((control as HTMLInputElement).name, [...files]);
    return this;
  }

  /** Sends the form of the button of that name, filled in as it stands. */
  async press(name: string | RegExp, inside: Element = this.document.body): Promise<this> {
    const button = within(inside).getAllByRole("button", { name }).at(-1);
    const { form } = button as HTMLButtonElement;
    if (!button || !form) throw new Error(`« ${String(name)} » is the button of no form at ${this.address}`);
    const { FormData } = this.dom.window;
    const fields = [...new FormData(form, button).entries()];
    const target = new URL(form.getAttribute("action") ?? "", this.answer.url());
    if (form.method === "get") {
      target.search = new URLSearchParams(
        fields.map(([field, value]) => [field, typeof value === "string" ? value : ""]),
      ).toString();
      return this.open(`${target.pathname}${target.search}`);
    }
    const sent = new globalThis.FormData();
    for (const [field, value] of fields) {
      const files = this.chosen.get(field) ?? [new File([], "")];
      if (typeof value === "string") sent.append(field, value);
      else for (const file of files) sent.append(field, file);
    }
    return this.show(
      await this.http.post(target.href, { multipart: sent, headers: { accept: "text/html", origin: this.site } }),
    );
  }

  private async show(answer: APIResponse): Promise<this> {
    const type = answer.headers()["content-type"] ?? "";
    if (!type.startsWith("text/html")) throw new Error(`${answer.url()}: ${answer.status()} ${type}, no page`);
    this.last = answer;
    this.chosen.clear();
    this.page = new JSDOM(await answer.text(), { url: answer.url() });
    return this;
  }

  private get dom(): JSDOM {
    if (!this.page) throw new Error("no page is open");
    return this.page;
  }

  private get document(): Document {
    return this.dom.window.document;
  }

  private get answer(): APIResponse {
    if (!this.last) throw new Error("no page is open");
    return this.last;
  }
}

/** The words of a part of a page, each space a plain one. */
export function textOf(element: Element): string {
  return plain(element.textContent);
}

/** What has this name, whatever spaces French typography puts in it. */
export function named(words: string): (name: string) => boolean {
  return (name) => plain(name) === words;
}

const plain = (words: string) => words.replace(/\s+/g, " ").trim();

function hrefOf(link: Element): string {
  const href = link.getAttribute("href");
  if (!href) throw new Error(`« ${textOf(link)} » leads nowhere`);
  return href;
}

function set(control: Element, value: string | boolean): void {
  if (typeof value === "boolean") {
    (control as HTMLInputElement).checked = value;
    return;
  }
  if (control.tagName === "SELECT") {
    const option = [...(control as HTMLSelectElement).options].find(({ text }) => text === value);
    if (!option) throw new Error(`no option « ${value} »`);
    option.selected = true;
    return;
  }
  (control as HTMLInputElement).value = value;
}
