import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { jest } from "@jest/globals";
import { buildSite } from "./lib/build.mjs";
import { inRoot, root } from "./lib/paths.mjs";
import { freePort } from "./lib/ports.mjs";
import { eraseHome, stopPostgresOf } from "./lib/postgres.mjs";
import { awayOf, dataOf } from "./lib/postgres-place.mjs";
import { isAlive } from "./lib/processes.mjs";
import { areOver, processesOf } from "./lib/processes-of-home.mjs";

jest.setTimeout(60_000);

const nowhere = "postgres://parvis@127.0.0.1:1/parvis";
/** @type {string[]} */
const homes = [];
/** @type {import("node:child_process").ChildProcess[]} */
const children = [];

function newHome() {
  const home = mkdtempSync(join(tmpdir(), "parvis-start-"));
  homes.push(home);
  return home;
}

const node = [process.execPath, inRoot("scripts", "start.mjs")];
/** Without what comes before it: the packages are there. */
const npm = ["npm", "start", "--ignore-scripts"];

/**
 * @typedef {"PORT" | "PARVIS_MIN_FREE_MB" | "PARVIS_DEMO" | "DATABASE_URL" | "MAIL_DRIVER" | "MASTER_KEY" | "SESSION_SECRET"
 *   | "SMTP_URL" | "MAIL_FROM" | "STORAGE_DRIVER" | "CAPTCHA_DRIVER"} Setting
 * @typedef {{home?: string, by?: string[]} & Partial<Record<Setting, string>>} Start `by`: the command and what follows it
 */

/**
 * Starts Parvis as `npm start` does, on a folder and a port of its own.
 * @param {Start} start
 */
async function launch({ home = newHome(), by = node, ...env } = {}) {
  const port = env.PORT ?? String(await freePort());
  const settings = { ...process.env, DATABASE_URL: "", LOG_LEVEL: "warn", PARVIS_DATA_DIR: home, ...env, PORT: port };
  const [command = "", ...args] = by;
  const child = spawn(command, args, { cwd: root, env: settings, stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => (output += text));
  const ended = new Promise((resolve) => child.once("close", resolve));
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const says = async (/** @type {string} */ text, patience = 120_000) => {
    for (const end = Date.now() + patience; Date.now() < end && child.exitCode === null; await sleep(50))
      if (output.includes(text)) return true;
    return output.includes(text);
  };
  return { child, port, home, ended, exited, says, output: () => output };
}

/** @param {Start} options */
async function refusal(options) {
  const run = await launch(options);
  const code = await run.ended;
  const [, text] = run.output().split("✗ ");
  return { code, text: (text ?? run.output()).trim(), lines: run.output().trim().split("\n") };
}

/**
 * @param {string} home
 * @param {string} name
 */
function pidOf(home, name) {
  /** @type {{pid: number}} */
  const { pid } = JSON.parse(readFileSync(join(home, "run", `${name}.json`), "utf8"));
  return pid;
}
const postmasterOf = (/** @type {string} */ home) =>
  Number(readFileSync(join(dataOf(home), "postmaster.pid"), "utf8").split("\n")[0]);

/** @param {string} port */
async function answers(port, patience = 60_000) {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(100)) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/sante`).catch(() => null);
    if (answer?.ok) return true;
  }
  return false;
}

afterAll(async () => {
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
  for (const home of homes) {
    await areOver(home);
    await stopPostgresOf(home);
    for (const folder of [home, awayOf(home)]) spawnSync("umount", [folder]);
    await eraseHome(home);
  }
});

describe("what stops a start is said in one sentence", () => {
  it("names a port already in use and proposes another", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? Number(address?.port) : 0;
    const { code, text } = await refusal({ PORT: String(port) });
    server.close();
    expect(code).toBe(1);
    expect(text).toBe(
      `Le port ${port} est déjà pris : arrêtez ce qui l’occupe, ou choisissez-en un autre, par exemple PORT=${port + 1} npm start.`,
    );
  });

  it("refuses a port that is not one", async () => {
    expect(await refusal({ PORT: "bleu" })).toMatchObject({
      code: 1,
      text: "PORT vaut « bleu » : il doit être un nombre de 1 à 65535.",
    });
  });

  it("says that the disk is full", async () => {
    const home = newHome();
    const isSmall = spawnSync("mount", ["-t", "tmpfs", "-o", "size=8m", "parvis-test", home]).status === 0;
    const { code, text } = await refusal({ home, ...(!isSmall && { PARVIS_MIN_FREE_MB: "999999999" }) });
    expect(code).toBe(1);
    expect(text).toMatch(/^Le disque est plein : il reste \d+ Mo dans .+, il en faut au moins \d+\.$/);
  });

  it("says that the disk filled up while the database was made", async () => {
    const home = newHome();
    // Wherever the database is kept: beside the other files, or away when the checkout is closed to Postgres.
    mkdirSync(awayOf(home), { recursive: true });
    for (const folder of [home, awayOf(home)])
      if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=8m", "parvis-test", folder]).status !== 0) return;
    const { code, text } = await refusal({ home, PARVIS_MIN_FREE_MB: "1" });
    expect({ code, text }).toEqual({ code: 1, text: "Le disque est plein : la base embarquée n’a pas pu être créée." });
  });

  it("names a setting that is wrong", async () => {
    const { code, text } = await refusal({ MAIL_DRIVER: "pigeon" });
    expect(code).toBe(1);
    expect(text).toContain("MAIL_DRIVER");
  });

  it("wants a real driver for the mails of a town: nobody reads them at /courrier", async () => {
    for (const settings of [{}, { MAIL_DRIVER: "mailbox" }]) {
      const { code, text } = await refusal({ PARVIS_DEMO: "0", ...settings });
      expect(code).toBe(1);
      expect(text).toMatch(/MAIL_DRIVER doit valoir «\ssmtp\s»/);
    }
  });

  it("wants every secret when the database is elsewhere", async () => {
    const { code, text } = await refusal({ DATABASE_URL: nowhere });
    expect(code).toBe(1);
    expect(text).toContain("MASTER_KEY");
  });

  it("says that a database elsewhere does not answer, as one JSON line for the journal of a town", async () => {
    const keys = {
      MASTER_KEY: "A".repeat(43),
      SESSION_SECRET: "B".repeat(43),
      SMTP_URL: "smtp://127.0.0.1:9",
      MAIL_FROM: "ne-pas-repondre@ville.test",
      STORAGE_DRIVER: "folder",
      CAPTCHA_DRIVER: "self-hosted",
    };
    const { code, lines } = await refusal({ DATABASE_URL: nowhere, ...keys });
    expect(code).toBe(1);
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({
      level: 60,
      event: "supervisor.refused",
      msg: "Postgres ne répond pas à l’adresse de DATABASE_URL : vérifiez l’adresse et que le serveur tourne.",
    });
  });

  it("says why Postgres does not start", async () => {
    const home = newHome();
    makeDatabase(home);
    rmSync(join(dataOf(home), "global", "pg_control"));
    const { code, text } = await refusal({ home });
    expect(code).toBe(1);
    expect(text).toMatch(/^Postgres ne démarre pas : .*pg_control.* Son journal : .*postgres\.log$/);
  });

  it("refuses to make new keys for an old database", async () => {
    const home = newHome();
    makeDatabase(home);
    rmSync(join(home, "secrets.json"));
    const { code, text } = await refusal({ home });
    expect(code).toBe(1);
    expect(text).toContain("remettez-le depuis votre sauvegarde");
  });
});

/**
 * Leaves in `home` a database that was made, then stopped.
 * @param {string} home
 */
function makeDatabase(home) {
  const script = `import { ensurePostgres } from ${JSON.stringify(inRoot("scripts/lib/postgres.mjs"))};
    const { stop } = await ensurePostgres(); await stop(); process.exit(0);`;
  const env = { ...process.env, PARVIS_DATA_DIR: home };
  spawnSync(process.execPath, ["--input-type=module", "-e", script], { env });
}

describe("a start survives", () => {
  beforeAll(() => buildSite({ ...process.env, NODE_ENV: "production" }), 300_000);

  it("the death of any of its processes, and leaves nothing behind", async () => {
    const first = await launch();
    const { home, port } = first;
    expect(await first.says("Parvis est prêt")).toBe(true);
    expect(first.output()).toContain(`http://localhost:${port}`);
    expect(first.output()).toContain("citoyenne@example.org");

    const again = await refusal({ home });
    expect(again.text).toBe(`Parvis fonctionne déjà sur http://localhost:${port} (processus ${first.child.pid}).`);

    for (const name of ["site", "travaux"]) {
      const victim = pidOf(home, name);
      process.kill(victim, "SIGKILL");
      for (let tries = 0; tries < 100 && pidOf(home, name) === victim; tries += 1) await sleep(100);
      expect(pidOf(home, name)).not.toBe(victim);
    }
    expect(await answers(port)).toBe(true);

    const postmaster = postmasterOf(home);
    process.kill(postmaster, "SIGKILL");
    expect(await first.says("La base embarquée s’est arrêtée ; nouveau départ.", 10_000)).toBe(true);
    for (let tries = 0; tries < 200 && !isNewPostmaster(home, postmaster); tries += 1) await sleep(100);
    expect(isNewPostmaster(home, postmaster)).toBe(true);

    first.child.kill("SIGKILL");
    await first.exited;
    const second = await launch({ home, PORT: port });
    expect(await second.says("Parvis est prêt")).toBe(true);
    expect(second.output()).toContain("Base embarquée : retrouvée.");
    expect(await answers(port)).toBe(true);

    second.child.kill("SIGINT");
    expect(await second.ended).toBe(0);
    expect(second.output()).toContain("Tout est arrêté.");
    // The database stops last: nobody is cut off in the middle of a query.
    expect(second.output()).not.toContain("57P01");
    expect(processesOf(home)).toEqual([]);

    const third = await launch({ home, PORT: port, by: npm });
    expect(await third.says("Parvis est prêt")).toBe(true);
    // Nothing is made twice: that is what a start is long for.
    expect(third.output()).not.toMatch(/Construction|Création|mise à jour/);
    // To npm alone, as a service manager that knows one number does.
    third.child.kill("SIGTERM");
    await third.ended;
    expect(await areOver(home)).toBe(true);
  }, 240_000);
});

/**
 * @param {string} home
 * @param {number} old
 */
function isNewPostmaster(home, old) {
  try {
    const pid = postmasterOf(home);
    return pid !== old && isAlive(pid);
  } catch {
    return false;
  }
}
