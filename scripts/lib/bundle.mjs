import { inRoot, root } from "./paths.mjs";

/** What runs outside Next, bundled once: our TypeScript inside, packages left in node_modules. */
const entries = {
  worker: `import "@/worker/main";`,
  seed: `export { seed } from "@/worker/seed";`,
  integrity: `export { checkIntegrity } from "@/worker/integrity";`,
  env: `export { parseEnv } from "@/lib/kernel/env";`,
};

const options = (name) => ({
  stdin: { contents: entries[name], resolveDir: root, loader: "ts", sourcefile: `${name}.ts` },
  outfile: inRoot(".build", `${name}.mjs`),
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

/** Bundles one entry and gives the path of the file. */
export async function bundle(name) {
  const { build } = await import("esbuild");
  await build(options(name));
  return options(name).outfile;
}

/** Bundles again at each change of a source; `onBuilt` is called after each success. */
export async function watchBundle(name, onBuilt) {
  const { context } = await import("esbuild");
  const notify = { name: "notify", setup: (build) => build.onEnd(({ errors }) => errors.length === 0 && onBuilt()) };
  const watcher = await context({ ...options(name), plugins: [notify] });
  await watcher.watch();
  return () => watcher.dispose();
}
