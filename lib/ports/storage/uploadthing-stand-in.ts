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
  let refused: number | null = null;
  const server = createServer((request, response) => {
    if (refused !== null) return void response.writeHead(refused).end();
    void respond(request, response, { apiKey, files, origin: `http://${request.headers.host ?? ""}` });
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

type Context = { apiKey: string; files: Map<string, Buffer>; origin: string };

async function respond(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  const url = new URL(request.url ?? "/", context.origin);
  const body = await readAll(request);
  if (request.method === "PUT") return acceptUpload(url, request, body, response, context);
  if (url.pathname === "/v6/deleteFiles") return erase(request, body, response, context);
  const file = context.files.get(decodeURIComponent(url.pathname.slice(1)));
  if (!file) return void response.writeHead(404).end();
  response.writeHead(200, { "content-length": file.length }).end(request.method === "HEAD" ? undefined : file);
}

/** The address of a PUT is signed: what is not is refused. */
function acceptUpload(
  url: URL,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
  { apiKey, files, origin }: Context,
): void {
  const signature = url.searchParams.get("signature") ?? "";
  url.searchParams.delete("signature");
  if (!isSigned(url.href, signature, apiKey)) return void response.writeHead(401).end();
  const id = decodeURIComponent(url.searchParams.get("x-ut-custom-id") ?? "");
  files.set(id, fileOf(body, request.headers["content-type"] ?? ""));
  const address = `${origin}/${id}`;
  json(response, { url: address, appUrl: address, ufsUrl: address, fileHash: "0", serverData: null });
}

function erase(request: IncomingMessage, body: Buffer, response: ServerResponse, { apiKey, files }: Context): void {
  if (request.headers["x-uploadthing-api-key"] !== apiKey) return void response.writeHead(401).end();
  const { customIds } = JSON.parse(body.toString()) as { customIds: string[] };
  const deletedCount = customIds.filter((id) => files.delete(id)).length;
  json(response, { success: true, deletedCount });
}

export function isSigned(text: string, signature: string, secret: string): boolean {
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
