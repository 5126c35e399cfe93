import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setClock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { backUp, tidy } from "./back-up";
import { connect } from "./database";
import { failureOf } from "./failure";
import { readManifest } from "./layout";

const url = process.env.DATABASE_URL ?? "";
let place: string;
let shelf: string;
let day = 1;
const restoreClock = setClock(() => new Date(`2026-11-0${day}T02:17:00Z`));

beforeEach(async () => {
  day = 1;
  place = await mkdtemp(join(tmpdir(), "parvis-shelf-"));
  shelf = join(place, "shelf");
  await mkdir(join(place, "files", "ab"), { recursive: true });
  await mkdir(join(place, "files", "incoming"));
  await mkdir(shelf);
  await writeFile(join(place, "files", "ab", "kept"), "sealed");
  await writeFile(join(place, "files", "incoming", "half"), "se");
});
afterEach(() => rm(place, { recursive: true, force: true }));
afterAll(async () => {
  restoreClock();
  await database().$client.end();
});

const make = (changes: Partial<Parameters<typeof backUp>[0]> = {}) =>
  backUp({
    url,
    parent: shelf,
    files: join(place, "files"),
    isDaily: true,
    onProgress: () => undefined,
    onFiles: () => undefined,
    ...changes,
  });

describe("backUp", () => {
  it("writes a folder that says its day and whose it is, with whole files alone", async () => {
    const made = await make();
    expect(await readdir(shelf)).toEqual(["parvis-2026-11-01T02-17-00-quotidienne"]);
    expect(await readdir(join(made.folder, "files"), { recursive: true })).toEqual(["ab", join("ab", "kept")]);
    expect(made).toMatchObject({ files: 1 });
    expect(made.bytes).toBeGreaterThan(1_000);
    expect((await readManifest(made.folder)).contents.files).toBe(1);
  });

  it("links the files that the last one has, and copies the new ones", async () => {
    const first = await make();
    day = 2;
    await writeFile(join(place, "files", "ab", "new"), "sealed too");
    const second = await make({ isDaily: false });
    const inode = async (folder: string, name: string) => (await stat(join(folder, "files", "ab", name))).ino;
    expect(await inode(second.folder, "kept")).toBe(await inode(first.folder, "kept"));
    expect(await inode(second.folder, "new")).not.toBe((await stat(join(place, "files", "ab", "new"))).ino);
    expect(second.files).toBe(2);
  });

  it("is refused while another is being written, and leaves nothing", async () => {
    const other = await connect(url);
    await other.query("select pg_advisory_lock(7278476)");
    const busy = await make().catch(failureOf);
    expect(busy).toBe("busy");
    expect(await readdir(shelf)).toEqual([]);
    await other.end();
  });

  it("makes no folder for a disk that is not there", async () => {
    expect(await make({ parent: join(place, "absent") }).catch(failureOf)).toBe("no_folder");
    expect(await readdir(place)).toEqual(["files", "shelf"]);
  });

  it("says that the database is away", async () => {
    expect(await make({ url: "postgres://nobody@127.0.0.1:1/none" }).catch(failureOf)).toBe("database");
    expect(await readdir(shelf)).toEqual([]);
  });
});

describe("tidy", () => {
  beforeEach(() => (day = 4));

  it("keeps the newest daily ones, erases what a cut left, and touches nothing else", async () => {
    const names = [
      "parvis-2026-11-01T02-17-00-quotidienne",
      "parvis-2026-11-02T02-17-00-quotidienne",
      "parvis-2026-11-03T02-17-00-quotidienne",
      "parvis-2026-11-02T03-17-00-quotidienne.incomplete",
      "parvis-2026-10-01T10-00-00",
      "parvis-2026-10-02T10-00-00.incomplete",
      "autre-quotidienne",
    ];
    for (const name of names) await mkdir(join(shelf, name));
    await tidy(shelf, 2);
    expect((await readdir(shelf)).sort()).toEqual([
      "autre-quotidienne",
      "parvis-2026-10-01T10-00-00",
      "parvis-2026-10-02T10-00-00.incomplete",
      "parvis-2026-11-02T02-17-00-quotidienne",
      "parvis-2026-11-03T02-17-00-quotidienne",
    ]);
  });

  it("never erases the one just made for those that a clock ahead dated later", async () => {
    const names = [
      "parvis-2026-11-03T02-17-00-quotidienne",
      "parvis-9026-01-01T02-17-00-quotidienne",
      "parvis-9026-01-02T02-17-00-quotidienne",
    ];
    for (const name of names) await mkdir(join(shelf, name));
    await tidy(shelf, 2);
    expect((await readdir(shelf)).sort()).toEqual([
      "parvis-2026-11-03T02-17-00-quotidienne",
      "parvis-9026-01-02T02-17-00-quotidienne",
    ]);
  });
});
