import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { inRoot, root } from "./paths.mjs";

/** What runs outside Next, bundled once: our TypeScript inside, packages left in node_modules. */
const entries = /** @type {const} */ ({
  worker: `import "@/worker/main";`,
  seed: `import { seed } from "@/worker/seed"; await seed(); process.exit(0);`,
  integrity: `import "@/worker/integrity";`,
  backup: `import "@/worker/backup";`,
  restore: `import "@/worker/restore";`,
  publish: `import "@/worker/publish";`,
  front: `import { serve } from "@/server/main"; await serve(process.argv.slice(2));`,
  env: `export { parseEnv } from "@/lib/kernel/env";`,
});
/** @typedef {keyof typeof entries} Entry */

/** Some packages inside a bundle still ask for Node's own modules the old way. */
const requireInModule = `import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);`;

/**
 * What every bundle is made with.
 * @param {string} name
 * @returns {import("esbuild").BuildOptions}
 */
const shared = (name) => ({
  // Split, so that what is imported late stays late: a file alone would load every driver's SDK at its start.
  outdir: inRoot(".build"),
  entryNames: name,
  chunkNames: `${name}-parts/[name]-[hash]`,
  outExtension: { ".js": ".mjs" },
  splitting: true,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node24",
  packages: "external",
  alias: { "@": root },
  jsx: "automatic",
  sourcemap: "linked",
  logLevel: "error",
});

/**
 * @param {Entry} name
 * @returns {import("esbuild").BuildOptions}
 */
const options = (name) => ({
  ...shared(name),
  stdin: { contents: entries[name], resolveDir: root, loader: "ts", sourcefile: `${name}.ts` },
});

/**
 * Bundles one entry and gives the path of the file.
 * @param {Entry} name
 */
export async function bundle(name) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({ ...options(name), write: false });
  const entry = inRoot(".build", `${name}.mjs`);
  // What it imports is there before it is.
  for (const file of outputFiles) if (file.path !== entry) putInPlace(file.path, file.contents);
  for (const file of outputFiles) if (file.path === entry) putInPlace(file.path, file.contents);
  return entry;
}

/**
 * Written at once: another start may be reading the one before.
 * @param {string} file
 * @param {Uint8Array} contents
 */
function putInPlace(file, contents) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, contents);
  renameSync(`${file}.${process.pid}`, file);
}

/**
 * Bundles what reads files in processes of its own (decision 020) into one file, packages inside, the same everywhere: a start,
 * the tests, the container, Vercel.
 */
export async function bundleFiles() {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    ...shared("files"),
    entryPoints: [inRoot("worker", "files.ts")],
    entryNames: undefined,
    splitting: false,
    packages: undefined,
    external: ["sharp"],
    sourcemap: false,
    write: false,
    banner: { js: requireInModule },
  });
  const [built] = outputFiles;
  if (!built) throw new Error("esbuild gave no file");
  putInPlace(inRoot(".build", "files.mjs"), built.contents);
}

/** Packages that stay outside even in the container: native code, or files read beside them. Next's own trace brings them. */
const native = ["next", "@node-rs/argon2", "sharp", "pino", "pdfkit", "nodemailer", "postgres"];

/** Scripts of the container that are no entry of ours: the launcher is one file, as deep as scripts/lib, and finds the root from there. */
const scripts = /** @type {const} */ ({ launcher: "container.mjs", console: "lib/one-line-console.mjs" });

/**
 * Bundles one entry with its packages inside, for an image that has only what Next traced.
 * @param {Entry | keyof typeof scripts} name
 */
export async function bundleForContainer(name) {
  const { build } = await import("esbuild");
  const isScript = name === "launcher" || name === "console";
  await build({
    ...(isScript ? { ...shared(name), entryPoints: [inRoot("scripts", scripts[name])] } : options(name)),
    splitting: !isScript,
    outdir: inRoot(".build", "container"),
    packages: undefined,
    external: native,
    sourcemap: false,
    banner: { js: requireInModule },
  });
}

/**
 * Bundles again at each change of a source; `onBuilt` is called after each success.
 * @param {Entry} name
 * @param {() => void} onBuilt
 */
export async function watchBundle(name, onBuilt) {
  const { context } = await import("esbuild");
  /** @type {import("esbuild").Plugin} */
  const notify = {
    name: "notify",
    setup: (build) =>
      build.onEnd(({ errors }) => {
        if (errors.length === 0) onBuilt();
      }),
  };
  const watcher = await context({ ...options(name), plugins: [notify] });
  await watcher.watch();
  return () => watcher.dispose();
}
