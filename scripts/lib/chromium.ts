import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const known = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** Flags of a quiet browser that asks nothing of the network by itself. */
export const chromiumFlags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Root has no sandbox in Chromium. */
export const chromiumSandbox = process.getuid?.() !== 0;

/** The Chromium of the journeys and of the measures: the one given, the machine's, else the one that a package carries. */
export async function findChromium(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH désigne ${given}, qui n’existe pas.`);
  }
  return known.find((path) => existsSync(path)) ?? unpackChromium();
}

/** Its libraries come with it, and are found through LD_LIBRARY_PATH. */
async function unpackChromium(): Promise<string> {
  const { default: chromium, inflate, setupLambdaEnvironment } = await import("@sparticuz/chromium");
  // Read by Playwright as CommonJS and by Node as a module: `import.meta` exists in one alone.
  const packed = join(
    dirname(createRequire(join(process.cwd(), "package.json")).resolve("@sparticuz/chromium")),
    "..",
    "bin",
  );
  await inflate(join(packed, "al2023.tar.br"));
  setupLambdaEnvironment(join(tmpdir(), "al2023", "lib"));
  return chromium.executablePath();
}
