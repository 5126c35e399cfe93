import type { IncomingHttpHeaders } from "node:http";

type Page = { path: string; headers: IncomingHttpHeaders; text: string };

/** What a page without JavaScript lacks to be one of ours, in the frame of its address; nothing when it has all. */
export function missingWords({ path, headers, text }: Page): string[] {
  const nonce = /style-src [^;]*'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1];
  const isDesk = /^\/admin(\/|$)/.test(path);
  const wanted: Record<string, boolean> = {
    language: /<html lang="fr"/.test(text),
    title: /<title>[^<]{3,} – [^<]+ – [^<]+<\/title>/.test(text),
    "one heading": text.match(/<h1\b/g)?.length === 1,
    "a way to the content": text.includes('href="#contenu"') && text.includes('id="contenu"'),
    "something to do": /<main\b[\s\S]*<a [^>]*href="\/[\s\S]*<\/main>/.test(text),
    "its frame": isDesk ? text.includes("agent-page") : /site-footer[\s\S]*href="tel:\d+"/.test(text),
    "styles that the policy lets in": nonce !== undefined && text.includes(`nonce="${nonce}"`),
    "no script": !text.includes("<script"),
  };
  return Object.keys(wanted).filter((name) => !wanted[name]);
}
