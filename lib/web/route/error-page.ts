import { randomBytes } from "node:crypto";
import { carriesCookie } from "../session/cookies";

export type ErrorPage = {
  status: 400 | 403 | 404 | 405 | 408 | 409 | 411 | 413 | 429 | 431 | 500 | 503;
  title: string;
  /** Sentences, shown as paragraphs. */
  sentences: readonly string[];
  link?: Link;
};
type Link = { href: string; label: string };

const quitLink: Link = { href: "/quitter", label: "Quitter et effacer de cet appareil" };

/**
 * A whole page, for answers that leave before any page of the application is rendered (proxy.ts, route handlers).
 * It needs nothing else: no script, one style under its own nonce. `cookie`: the header of the request; a browser that holds a guest
 * key is offered to leave, whether or not the key still opens something, and whatever was asked.
 */
export function errorPage({ status, title, sentences, link }: ErrorPage, cookie: string | null = null): Response {
  const nonce = randomBytes(16).toString("base64");
  const paragraphs = sentences.map((sentence) => `<p>${escape(sentence)}</p>`).join("");
  const links = [link ?? [], carriesCookie(cookie, "guest") ? quitLink : []].flat();
  const anchors = links.map(({ href, label }) => `<p><a href="${escape(href)}">${escape(label)}</a></p>`).join("");
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title><style nonce="${nonce}">${style}</style></head><body><main><h1>${escape(title)}</h1>${paragraphs}${anchors}</main></body></html>`;
  return new Response(html, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
    },
  });
}

const style =
  ":root{color-scheme:light dark}body{margin:0;font:1.125rem/1.6 system-ui,sans-serif;background:Canvas;color:CanvasText}main{max-width:38rem;margin:0 auto;padding:3rem 1.25rem}h1{font-size:1.75rem;line-height:1.25;margin:0 0 1rem}a{color:LinkText}a:focus-visible{outline:3px solid CanvasText;outline-offset:3px}";

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
