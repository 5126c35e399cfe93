import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { readZip } from "@/db/test/read-zip";
import { NotFound } from "@/lib/kernel/errors";
import { archiveOf } from "./archive";

const nothing = () => Promise.resolve();
const entry = (path: string, open: () => Promise<string | Buffer | Readable>) => ({ path, open });
const of = (text: string) => () => Promise.resolve(text);

describe("the archive", () => {
  it("holds texts, bytes and streams, names in UTF-8, and tells each one written", async () => {
    const told: number[] = [];
    const archive = archiveOf(
      [
        entry("LISEZ-MOI.txt", of("Été")),
        entry("pièces/photo.jpg", () => Promise.resolve(Buffer.from([1, 2, 3]))),
        entry("pièces/long.pdf", () => Promise.resolve(Readable.from([Buffer.alloc(70_000, 1), Buffer.alloc(5, 2)]))),
      ],
      (done) => Promise.resolve(void told.push(done)),
    );
    const files = readZip(await buffer(archive));
    expect(files.map(({ path, bytes, isUtf8 }) => [path, bytes.length, isUtf8])).toEqual([
      ["LISEZ-MOI.txt", 5, true],
      ["pièces/photo.jpg", 3, true],
      ["pièces/long.pdf", 70_005, true],
    ]);
    expect(told).toEqual([1, 2, 3]);
  });

  it("leaves out what was removed meanwhile", async () => {
    const archive = archiveOf([entry("a", of("a")), entry("b", () => Promise.reject(new NotFound()))], nothing);
    expect(readZip(await buffer(archive)).map(({ path }) => path)).toEqual(["a"]);
  });

  it("breaks rather than lie when a file cannot be read to its end", async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.alloc(10);
        throw new Error("altéré");
      })(),
    );
    await expect(buffer(archiveOf([entry("a", () => Promise.resolve(broken))], nothing))).rejects.toThrow("altéré");
  });

  it("stops where it is told to", async () => {
    const opened: string[] = [];
    const note = (path: string) => entry(path, () => Promise.resolve(void opened.push(path)).then(() => path));
    const archive = archiveOf([note("a"), note("b"), note("c")], (done) =>
      done === 2 ? Promise.reject(new Error("assez")) : Promise.resolve(),
    );
    await expect(buffer(archive)).rejects.toThrow("assez");
    expect(opened).toEqual(["a", "b"]);
  });

  it("opens one file at a time, and only as fast as it is read", async () => {
    let opened = 0;
    const big = entry("gros", () => {
      opened += 1;
      return Promise.resolve(Readable.from(chunks()));
    });
    const archive = archiveOf([big, { ...big, path: "autre" }], nothing);
    let [read, produced] = [0, 0];
    function* chunks() {
      for (let index = 0; index < 200; index += 1) {
        produced += 65_536;
        yield Buffer.alloc(65_536);
      }
    }
    for await (const part of archive) {
      read += (part as Buffer).length;
      if (read < 13_000_000) expect(opened).toBe(1);
      expect(produced - read).toBeLessThan(2_000_000);
    }
    expect(read).toBeGreaterThan(26_000_000);
  });
});
