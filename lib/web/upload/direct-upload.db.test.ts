import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { blobDeletions, pendingBlobs } from "@/db/schema/platform";
import { fileRefusalSentences } from "@/lib/files/rules";
import { setClock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { noteNoRoom } from "@/lib/kernel/disk-room";
import { NotFound } from "@/lib/kernel/errors";
import { sign, startUploadThingStandIn, type UploadThingStandIn } from "@/lib/ports/storage/uploadthing-stand-in";
import { refuse } from "@/lib/shared/result";

// Two busy cores make what takes two seconds take ten.
jest.setTimeout(90_000);

const readUploadTarget = jest.fn();
const keepUpload = jest.fn();
jest.mock("next/headers", () => jest.requireActual<{ visitHeaders: object }>("@/db/test/visits").visitHeaders);
jest.mock("./upload-target", () => ({
  readUploadTarget: (texts: unknown) => readUploadTarget(texts) as unknown,
  keepUpload: (target: unknown, file: unknown) => keepUpload(target, file) as unknown,
}));

/** The whole contract on the loopback: page → our route → UploadThing → our route, signed → page. */
let service: UploadThingStandIn;
let portal: Server;
let url: string;
let answerDirectUpload: (request: Request) => Promise<Response>;

beforeAll(async () => {
  jest.spyOn(console, "warn").mockImplementation();
  service = await startUploadThingStandIn();
  portal = createServer((incoming, outgoing) => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
    const body = incoming.method === "POST" ? (Readable.toWeb(incoming) as ReadableStream<Uint8Array>) : undefined;
    const request = new Request(`${url}${incoming.url ?? ""}`, {
      method: incoming.method,
      headers,
      body,
      duplex: "half",
    } as RequestInit);
    void answerDirectUpload(request).then(async (answer) => {
      outgoing
        .writeHead(answer.status, Object.fromEntries(answer.headers))
        .end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  await new Promise<void>((resolve) => portal.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`;
  Object.assign(process.env, {
    APP_URL: url,
    STORAGE_DRIVER: "uploadthing",
    UPLOADTHING_TOKEN: service.token,
    UPLOADTHING_API_URL: service.url,
    UPLOADTHING_INGEST_URL: service.url,
    UPLOADTHING_FILES_URL: service.url,
  });
  ({ answerDirectUpload } = await import("./direct-upload"));
});
beforeEach(async () => {
  readUploadTarget.mockResolvedValue({
    ok: true,
    value: { kind: "demande", actor: { kind: "anonymous", guest: "g" } },
  });
  keepUpload.mockReset().mockResolvedValue({ ok: true, value: { id: "f" } });
  await database().delete(pendingBlobs);
  await database().delete(blobDeletions);
});
afterAll(async () => {
  portal.closeAllConnections();
  portal.close();
  await service.close();
  await database().$client.end();
});

const file = { name: "justificatif.pdf", size: 11, type: "application/pdf", lastModified: 1 };

function ask(files: object[] = [file], headers: Record<string, string> = { origin: url }) {
  return fetch(`${url}/api/uploadthing?actionType=upload&slug=piece`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      "x-uploadthing-package": "@uploadthing/react",
      ...headers,
    },
    body: JSON.stringify({ files, input: { demandeId: "d", path: "justificatif" } }),
  });
}

async function send(text = "des octets."): Promise<{ serverData: unknown }> {
  const [presigned] = (await (await ask()).json()) as { url: string }[];
  const form = new FormData();
  form.append("file", new Blob([text], { type: "application/pdf" }), "justificatif.pdf");
  return (await (await fetch(presigned?.url ?? "", { method: "PUT", body: form })).json()) as { serverData: unknown };
}

describe("files sent straight to UploadThing", () => {
  it("reach the command of their room, for the person who asked, and what lies there is erased", async () => {
    expect((await send()).serverData).toEqual({ ok: true, id: "f" });
    expect(readUploadTarget).toHaveBeenLastCalledWith({ demandeId: "d", path: "justificatif" });
    const [target, kept] = keepUpload.mock.calls[0] as [unknown, { name: string; bytes: Buffer }];
    expect(target).toEqual({ kind: "demande", actor: { kind: "anonymous", guest: "g" } });
    expect(kept.name).toBe("justificatif.pdf");
    expect(kept.bytes.toString()).toBe("des octets.");
    expect(await database().select().from(pendingBlobs)).toEqual([]);
    expect((await database().select().from(blobDeletions)).map(({ storageKey }) => storageKey)).toEqual([
      expect.stringMatching(/^incoming\/[0-9a-f]{64}$/),
    ]);
  });

  it("that are refused say why, in our words, and are erased too", async () => {
    keepUpload.mockResolvedValue(refuse("infected"));
    expect((await send()).serverData).toEqual({ ok: false, message: expect.stringContaining("virus") as string });
    expect(await database().select().from(blobDeletions)).toHaveLength(1);
  });

  it("that were asked and never sent wait for the worker to erase them", async () => {
    expect((await ask()).status).toBe(200);
    expect(await database().select().from(pendingBlobs)).toHaveLength(1);
    expect(keepUpload).not.toHaveBeenCalled();
  });

  it("are refused from another site, too large, too many, or to who may not", async () => {
    expect((await ask([file], { origin: "https://ailleurs.example" })).status).toBe(403);
    expect((await ask([file], {})).status).toBe(403);
    expect((await ask([{ ...file, size: 11 * 1024 * 1024 }])).status).toBe(403);
    expect((await ask([file, file, file, file, file])).status).toBe(400);
    readUploadTarget.mockRejectedValueOnce(new NotFound());
    expect((await ask()).status).toBe(403);
    expect(keepUpload).not.toHaveBeenCalled();
  });

  it("are counted for today when they are asked, and refused with the sentence that says why", async () => {
    const guest = { kind: "anonymous", guest: `g-${Date.now()}` };
    readUploadTarget.mockResolvedValue({ ok: true, value: { kind: "demande", actor: guest } });
    for (let asked = 0; asked < 5; asked += 1)
      expect((await ask(Array<object>(4).fill({ ...file, size: 10 * 1024 * 1024 }))).status).toBe(200);
    const refused = await ask();
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ message: fileRefusalSentences.day_full });
  });

  it("are refused while the disk is full", async () => {
    noteNoRoom();
    const refused = await ask();
    expect(await refused.json()).toMatchObject({ message: fileRefusalSentences.no_room });
    const restore = setClock(() => new Date(Date.now() + 61_000));
    expect((await ask()).status).toBe(200);
    restore();
  });

  it("are not believed on a forged call: 400, and nothing is kept", async () => {
    const payload = JSON.stringify({
      status: "uploaded",
      metadata: { target: "x" },
      origin: service.url,
      file: { ...file, customId: "incoming_0", key: "k", url: "u", appUrl: "u", ufsUrl: "u", fileHash: "0" },
    });
    const call = (signature?: string) =>
      fetch(`${url}/api/uploadthing?slug=piece`, {
        method: "POST",
        headers: {
          "uploadthing-hook": "callback",
          ...(signature !== undefined && { "x-uploadthing-signature": signature }),
        },
        body: payload,
      });
    expect((await call()).status).toBe(400);
    expect((await call(sign(payload, "sk_live_other"))).status).toBe(400);
    expect((await call(sign(`${payload} `, service.apiKey))).status).toBe(400);
    expect(keepUpload).not.toHaveBeenCalled();
  });
});
