import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** For tests: what UploadThing does of its contract that we use, on the loopback. */
export type UploadThingStandIn = {
  token: string;
  apiKey: string;
  url: string;
  files: Map<string, Buffer>;
  refuse: (status: number | null) => void;
  close: () => Promise<void>;
};

export async function startUploadThingStandIn(): Promise<UploadThingStandIn> {
  const apiKey = "sk_live_stand_in";
  const files = new Map<string, Buffer>();
  const known = { routes: new Map<string, Route>(), results: new Map<string, unknown>() };
  let refused: number | null = null;
  const server = createServer((request, response) => {
    if (refused !== null) return void response.writeHead(refused).end();
    void respond(request, response, { ...known, apiKey, files, origin: `http://${request.headers.host ?? ""}` });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = Buffer.from(JSON.stringify({ apiKey, appId: "belleval", regions: ["fra1"] })).toString("base64");
  const close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { token, apiKey, url, files, refuse: (status) => void (refused = status), close };
}

type Route = { metadata: object; callbackUrl: string; callbackSlug: string };
type Context = {
  apiKey: string;
  files: Map<string, Buffer>;
  origin: string;
  routes: Map<string, Route>;
  results: Map<string, unknown>;
};

async function respond(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  const url = new URL(request.url ?? "/", context.origin);
  const body = await readAll(request);
  if (request.method === "PUT") return acceptUpload(url, request, body, response, context);
  if (url.pathname === "/v6/deleteFiles") return erase(request, body, response, context);
  if (url.pathname === "/route-metadata") return noteRoute(request, body, response, context);
  if (url.pathname === "/callback-result") return noteResult(request, body, response, context);
  const file = context.files.get(decodeURIComponent(url.pathname.slice(1)));
  if (!file) return void response.writeHead(404).end();
  response.writeHead(200, { "content-length": file.length }).end(request.method === "HEAD" ? undefined : file);
}

/** The address of a PUT is signed: what is not is refused. */
async function acceptUpload(
  url: URL,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
  context: Context,
): Promise<void> {
  const { apiKey, files, origin } = context;
  const signature = url.searchParams.get("signature") ?? "";
  url.searchParams.delete("signature");
  if (!isSigned(url.href, signature, apiKey)) return void response.writeHead(401).end();
  const id = decodeURIComponent(url.searchParams.get("x-ut-custom-id") ?? "");
  files.set(id, fileOf(body, request.headers["content-type"] ?? ""));
  const address = `${origin}/${id}`;
  const key = url.pathname.slice(1);
  const file = { ...describe(url), key, url: address, appUrl: address, ufsUrl: address, fileHash: "0" };
  const serverData = await callBack(file, context);
  json(response, { ...file, serverData });
}

function describe({ searchParams }: URL) {
  const text = (name: string) => decodeURIComponent(searchParams.get(`x-ut-${name}`) ?? "");
  return {
    name: text("file-name"),
    size: Number(text("file-size")),
    type: text("file-type"),
    customId: text("custom-id"),
  };
}

/** Tells the application, under its signature, that a file arrived; gives what it answered. */
async function callBack(file: { key: string }, { apiKey, origin, routes, results }: Context): Promise<unknown> {
  const route = routes.get(file.key);
  if (!route) return null;
  const payload = JSON.stringify({ status: "uploaded", metadata: route.metadata, origin, file });
  const headers = { "uploadthing-hook": "callback", "x-uploadthing-signature": sign(payload, apiKey) };
  await fetch(`${route.callbackUrl}?slug=${route.callbackSlug}`, { method: "POST", headers, body: payload });
  return results.get(file.key) ?? null;
}

function noteRoute(request: IncomingMessage, body: Buffer, response: ServerResponse, context: Context): void {
  if (request.headers["x-uploadthing-api-key"] !== context.apiKey) return void response.writeHead(401).end();
  const { fileKeys, ...route } = JSON.parse(body.toString()) as Route & { fileKeys: string[] };
  for (const key of fileKeys) context.routes.set(key, route);
  json(response, { ok: true });
}

function noteResult(request: IncomingMessage, body: Buffer, response: ServerResponse, context: Context): void {
  if (request.headers["x-uploadthing-api-key"] !== context.apiKey) return void response.writeHead(401).end();
  const { fileKey, callbackData } = JSON.parse(body.toString()) as { fileKey: string; callbackData: unknown };
  context.results.set(fileKey, callbackData);
  json(response, { ok: true });
}

function erase(request: IncomingMessage, body: Buffer, response: ServerResponse, { apiKey, files }: Context): void {
  if (request.headers["x-uploadthing-api-key"] !== apiKey) return void response.writeHead(401).end();
  const { customIds } = JSON.parse(body.toString()) as { customIds: string[] };
  const deletedCount = customIds.filter((id) => files.delete(id)).length;
  json(response, { success: true, deletedCount });
}

function isSigned(text: string, signature: string, secret: string): boolean {
  const expected = Buffer.from(sign(text, secret));
  return expected.length === signature.length && timingSafeEqual(expected, Buffer.from(signature));
}

export function sign(text: string, secret: string): string {
  return `hmac-sha256=${createHmac("sha256", secret).update(text).digest("hex")}`;
}

/** The only part of a multipart body. */
function fileOf(body: Buffer, contentType: string): Buffer {
  const boundary = /boundary=(.+)$/.exec(contentType)?.[1] ?? "";
  const start = body.indexOf("\r\n\r\n") + 4;
  return body.subarray(start, body.indexOf(`\r\n--${boundary}`, start));
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function json(response: ServerResponse, body: object): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}
