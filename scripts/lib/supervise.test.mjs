import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Supervised } from "./supervise.mjs";
import { watchDatabase } from "./watch-database.mjs";

let home = "";
let printed = "";
const write = process.stdout.write.bind(process.stdout);

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "parvis-supervise-"));
  process.env.PARVIS_DATA_DIR = home;
  process.stdout.write = (/** @type {string | Uint8Array} */ text) => Boolean((printed += String(text)));
});

afterAll(() => {
  process.stdout.write = write;
  rmSync(home, { recursive: true, force: true });
});

/** @param {() => boolean} isTrue */
async function until(isTrue) {
  for (let tries = 0; tries < 2_000 && !isTrue(); tries += 1) await sleep(10);
  expect(isTrue()).toBe(true);
}

describe("a supervised process", () => {
  it("is tried again when the machine refuses to start it", async () => {
    const one = new Supervised({
      name: "none",
      label: "Le témoin",
      command: join(home, "absent"),
      args: [],
      env: { NODE_ENV: "test" },
    });
    one.start();
    await until(() => one.failures >= 2);
    await one.stop();
    expect(printed).toContain("Le témoin s’est arrêté (sans avoir démarré) ; nouveau départ dans 0.3 s.");
    expect(printed).toContain("nouveau départ dans 0.5 s.");
  });
});

describe("the embedded database that died", () => {
  /** No process has this number: Linux stops at 4,194,304. */
  const dead = { pid: 2 ** 30 };

  it("is started again, however often that fails, and the reason is said once", async () => {
    let database = dead;
    let tries = 0;
    const stop = watchDatabase(
      () => database,
      async () => {
        tries += 1;
        if (tries < 3) throw Object.assign(new Error("full"), { code: "ENOSPC" });
        database = { pid: process.pid };
      },
      { every: 5 },
    );
    await until(() => database !== dead);
    stop();
    expect(tries).toBe(3);
    expect(printed.split("La base embarquée s’est arrêtée ; nouveau départ.")).toHaveLength(2);
    expect(printed.split("Le disque est plein : libérez de la place")).toHaveLength(2);
  });

  it("has what must be done while it lives done at each look", async () => {
    let [looks, tries] = [0, 0];
    const stop = watchDatabase(
      () => ({ pid: process.pid }),
      async () => void (tries += 1),
      { every: 5, onAlive: () => (looks += 1) },
    );
    await until(() => looks > 2);
    stop();
    expect(tries).toBe(0);
  });

  it("is left alone once the portal stops", async () => {
    let tries = 0;
    const reopen = async () => void (tries += 1);
    watchDatabase(() => dead, reopen, { every: 20 })();
    await sleep(60);
    expect(tries).toBe(0);
  });
});
