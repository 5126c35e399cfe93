import { mkdtemp, open, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Retryable } from "@/lib/kernel/errors";
import { openFolder } from "./folder";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "parvis-folder-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const files = async (): Promise<string[]> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
};

describe("the folder store", () => {
  it("never lets a key choose its place", async () => {
    const store = openFolder(join(root, "files"));
    await store.put("../../evasion", Readable.from([Buffer.from("x")]), { maxBytes: 10 });
    expect(await readdir(root)).toEqual(["files"]);
    expect(await files()).toEqual([expect.stringMatching(/^[0-9a-f]{62}$/)]);
  });

  it("leaves nothing of an object whose sender gave up half-way, and says it in the sender's words", async () => {
    const store = openFolder(root);
    const broken = Readable.from(
      (async function* () {
        yield Buffer.alloc(100_000);
        throw new Error("connexion coupée");
      })(),
    );
    await expect(store.put("demande/coupee", broken, { maxBytes: 1e6 })).rejects.toThrow("connexion coupée");
    expect(await files()).toEqual([]);
  });

  it("says « try again » on a full disk, and leaves nothing behind", async () => {
    const store = openFolder(root);
    const parts = Readable.from(Array.from({ length: 20 }, () => Buffer.alloc(100_000, 1)));
    const restore = fillDiskAfter(3);
    await expect(store.put("demande/grosse", parts, { maxBytes: 1e7 })).rejects.toThrow(Retryable);
    restore();
    expect(await files()).toEqual([]);
    expect(await store.exists("demande/grosse")).toBe(false);
  });

  it("acknowledges nothing that the disk refused to keep", async () => {
    const store = openFolder(root);
    const restore = failSync();
    await expect(store.put("demande/x", Readable.from([Buffer.alloc(10)]), { maxBytes: 100 })).rejects.toThrow(
      Retryable,
    );
    restore();
    expect(await files()).toEqual([]);
  });
});

type Handle = { writeFile: (bytes: Buffer) => Promise<void>; sync: () => Promise<void> };
const failure = (code: string) => Object.assign(new Error(code), { code });

/** The class of file handles is not exported: taken from one that is open. */
async function handlePrototype(): Promise<Handle> {
  const handle = await open(join(root, "..", "."), "r");
  await handle.close();
  return Object.getPrototypeOf(handle) as Handle;
}

let prototype: Handle;
beforeAll(async () => {
  root = tmpdir();
  prototype = await handlePrototype();
});

function fillDiskAfter(writes: number): () => void {
  let count = 0;
  const real = prototype.writeFile;
  const spy = jest.spyOn(prototype, "writeFile").mockImplementation(async function (this: Handle, bytes: Buffer) {
    count += 1;
    if (count > writes) throw failure("ENOSPC");
    await real.call(this, bytes);
  });
  return () => spy.mockRestore();
}

function failSync(): () => void {
  const spy = jest.spyOn(prototype, "sync").mockRejectedValue(failure("EIO"));
  return () => spy.mockRestore();
}
