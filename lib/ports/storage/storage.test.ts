import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import S3rver from "s3rver";
import { Final, Retryable } from "@/lib/kernel/errors";
import { openFolder } from "./folder";
import { newBlobKey, storage } from "./index";
import { BlobMissing, BlobTooLarge, type Storage } from "./port";
import { openS3, type S3Settings } from "./s3";
import { openUploadThing } from "./uploadthing";
import { startUploadThingStandIn } from "./uploadthing-stand-in";

type Place = { store: Storage; close: () => Promise<void> };

async function folderPlace(): Promise<Place> {
  const root = await mkdtemp(join(tmpdir(), "parvis-store-"));
  return { store: openFolder(root), close: () => rm(root, { recursive: true, force: true }) };
}

const s3Settings = (port: number): S3Settings => ({
  endpoint: `http://127.0.0.1:${port}`,
  region: "fr-par",
  bucket: "parvis",
  accessKeyId: "S3RVER",
  secretAccessKey: "S3RVER",
});

async function s3Place(): Promise<Place> {
  const directory = await mkdtemp(join(tmpdir(), "parvis-s3-"));
  const server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: "parvis" }],
  });
  const { port } = await server.run();
  const close = async () => {
    await server.close();
    await rm(directory, { recursive: true, force: true });
  };
  return { store: openS3(s3Settings(port)), close };
}

async function uploadThingPlace(): Promise<Place> {
  const { token, url, close } = await startUploadThingStandIn();
  return { store: openUploadThing({ token, apiUrl: url, ingestUrl: url, filesUrl: url }), close };
}

// The SDK warns of its own getters, which it reads itself.
beforeAll(() => jest.spyOn(console, "warn").mockImplementation());

const stream = (bytes: Buffer) => Readable.from([bytes.subarray(0, 70_000), bytes.subarray(70_000)]);
async function bytesOf(source: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of source) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts);
}

describe.each([
  ["folder", folderPlace],
  ["s3", s3Place],
  ["uploadthing", uploadThingPlace],
] as const)("storage contract: %s", (name, open) => {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  });
  afterAll(() => place.close());
  const limit = { maxBytes: 10_000_000 };

  it.each([0, 1, 300_000])("gives back %i bytes as they were", async (size) => {
    const key = newBlobKey("demande");
    const bytes = randomBytes(size);
    expect(await place.store.put(key, stream(bytes), limit)).toEqual({ size });
    expect((await bytesOf(await place.store.get(key))).equals(bytes)).toBe(true);
    expect(place.store.name).toBe(name);
  });

  it("gives back an archive of 40 Mo as it was", async () => {
    const key = newBlobKey("export");
    const bytes = randomBytes(40_000_000);
    expect(await place.store.put(key, stream(bytes), { maxBytes: 50_000_000 })).toEqual({ size: bytes.length });
    expect((await bytesOf(await place.store.get(key))).equals(bytes)).toBe(true);
    const [short, broken] = [newBlobKey("export"), newBlobKey("export")];
    await expect(place.store.put(short, stream(bytes), { maxBytes: 39_000_000 })).rejects.toThrow(BlobTooLarge);
    const cut = Readable.from(
      (async function* () {
        yield bytes;
        throw new Error("connexion coupée");
      })(),
    );
    await expect(place.store.put(broken, cut, { maxBytes: 50_000_000 })).rejects.toThrow("connexion coupée");
    for (const nothing of [short, broken]) expect(await place.store.exists(nothing)).toBe(false);
  }, 60_000);

  it("knows what it holds, forgets it for good, and forgets twice without complaint", async () => {
    const [kept, gone] = [newBlobKey("wallet"), newBlobKey("wallet")];
    for (const key of [kept, gone]) await place.store.put(key, stream(Buffer.from("sceau")), limit);
    expect(await place.store.exists(gone)).toBe(true);

    await place.store.delete(gone);
    await place.store.delete(gone);
    expect(await place.store.exists(gone)).toBe(false);
    await expect(place.store.get(gone)).rejects.toThrow(BlobMissing);
    expect(await text(await place.store.get(kept))).toBe("sceau");
  });

  it("refuses what is over its limit, and keeps nothing of it", async () => {
    const key = newBlobKey("demande");
    await expect(place.store.put(key, stream(randomBytes(200_001)), { maxBytes: 200_000 })).rejects.toThrow(
      BlobTooLarge,
    );
    expect(await place.store.exists(key)).toBe(false);
  });

  it("keeps nothing of a body that breaks on its way", async () => {
    const key = newBlobKey("demande");
    const broken = Readable.from(
      (async function* () {
        yield Buffer.alloc(50_000);
        throw new Error("connexion coupée");
      })(),
    );
    await expect(place.store.put(key, broken, limit)).rejects.toThrow("connexion coupée");
    expect(await place.store.exists(key)).toBe(false);
  });
});

describe("storage, when the service fails", () => {
  async function failing(status: number) {
    const server = createServer((request, response) => {
      request.resume();
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { port: (server.address() as AddressInfo).port, close: () => server.close() };
  }

  it.each([
    [500, Retryable],
    [503, Retryable],
    [403, Retryable],
    [400, Final],
  ])(
    "s3: an answer %i is told as %p",
    async (status, kind) => {
      const { port, close } = await failing(status);
      const store = openS3(s3Settings(port));
      await expect(store.put("demande/x", stream(Buffer.alloc(10)), { maxBytes: 100 })).rejects.toThrow(kind);
      close();
    },
    20_000,
  );

  it("s3 and uploadthing: a closed port is worth another try", async () => {
    await expect(openS3(s3Settings(1)).get("demande/x")).rejects.toThrow(Retryable);
    const { token, close } = await startUploadThingStandIn();
    const url = "http://127.0.0.1:1";
    const store = openUploadThing({ token, apiUrl: url, ingestUrl: url, filesUrl: url });
    await expect(store.get("demande/x")).rejects.toThrow(Retryable);
    await expect(store.put("demande/x", stream(Buffer.alloc(10)), { maxBytes: 100 })).rejects.toThrow(Retryable);
    await expect(store.delete("demande/x")).rejects.toThrow(Retryable);
    await close();
  }, 20_000);

  it("uploadthing: refusals of the service are worth another try, and another key is refused", async () => {
    const place = await startUploadThingStandIn();
    const at = { apiUrl: place.url, ingestUrl: place.url, filesUrl: place.url };
    const forged = Buffer.from(
      JSON.stringify({ apiKey: "sk_live_other", appId: "belleval", regions: ["fra1"] }),
    ).toString("base64");
    await expect(
      openUploadThing({ token: forged, ...at }).put("demande/x", stream(Buffer.alloc(10)), { maxBytes: 100 }),
    ).rejects.toThrow(Retryable);
    place.refuse(503);
    await expect(openUploadThing({ token: place.token, ...at }).get("demande/x")).rejects.toThrow(Retryable);
    await place.close();
  });
});

describe("the storage door", () => {
  it.each(["../etc/passwd", "/absolu", "Majuscule", "espace ici", "", "a".repeat(300), "point.pdf"])(
    "refuses the key « %s »",
    async (key) => {
      await expect(storage().get(key)).rejects.toThrow(Final);
      await expect(storage().get(key)).rejects.not.toThrow(BlobMissing);
    },
  );

  it("makes keys that cannot be guessed and that every driver takes", () => {
    const keys = Array.from({ length: 100 }, () => newBlobKey("wallet"));
    expect(new Set(keys).size).toBe(100);
    for (const key of keys) expect(key).toMatch(/^wallet\/[0-9a-f]{64}$/);
  });
});
