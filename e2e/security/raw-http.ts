import { randomInt } from "node:crypto";
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http";

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };
type Sent = {
  method?: string;
  path: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
  isChunked?: boolean;
};

/** One request exactly as written: no browser, no header added but Host and Content-Length. */
export function send(base: string, { method = "GET", path, headers = {}, body, isChunked }: Sent): Promise<Answer> {
  const { hostname, port } = new URL(base);
  const length: OutgoingHttpHeaders =
    body === undefined || isChunked ? {} : { "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers: { ...length, ...headers } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(parts).toString("utf8"),
        }),
      );
    });
    sent.on("error", reject);
    if (body !== undefined) sent.write(body);
    sent.end();
  });
}

/** What a browser would post from the only form of a page that has this field. */
export async function formOf(
  base: string,
  path: string,
  field: string,
  headers: OutgoingHttpHeaders = {},
): Promise<{ body: (values: Record<string, string>) => string; type: string }> {
  const { text } = await send(base, { path, headers });
  const form = [...text.matchAll(/<form[^>]*>.*?<\/form>/gs)]
    .map(([html]) => html)
    .find((html) => html.includes(`name="${field}"`));
  if (!form) throw new Error(`no form with ${field} at ${path}`);
  const hidden = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(
    ([tag]) => [attribute(tag, "name"), attribute(tag, "value")] as const,
  );
  const boundary = `----parcours${randomInt(1e9)}`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: (values) => [...hidden, ...Object.entries(values)].map(partIn(boundary)).join("") + `--${boundary}--\r\n`,
  };
}

type SentFile = { name: string; mimeType: string; buffer: Buffer };

/** The texts, then one file. */
export function multipart(fields: readonly (readonly [string, string])[], file: SentFile) {
  const boundary = `----parcours${randomInt(1e9)}`;
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: ${file.mimeType}\r\n\r\n`;
  const content = `${head}${file.buffer.toString("latin1")}\r\n--${boundary}--\r\n`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: fields.map(partIn(boundary)).join("") + content,
  };
}

const partIn =
  (boundary: string) =>
  ([name, value]: readonly [string, string]) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

function attribute(tag: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return value.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}
