import { dirname } from "node:path";
import ts from "typescript";
import { listTree } from "./lib/docs.mjs";
import { inRoot, root } from "./lib/paths.mjs";

const configFile = inRoot("tsconfig.json");
/** @type {{config?: unknown}} */
const { config } = ts.readConfigFile(configFile, (path) => ts.sys.readFile(path));
const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(configFile));
const checked = new Set(fileNames.map((file) => file.slice(root.length + 1)));
const tree = listTree();

describe("what runs without being compiled", () => {
  it("is checked by the compiler, each file of it, as strictly as the rest", () => {
    const scripts = tree.filter((path) => /\.(?:js|mjs|cjs)$/.test(path));
    expect(scripts.length).toBeGreaterThan(70);
    expect(scripts.filter((path) => !checked.has(path))).toEqual([]);
    expect(options).toMatchObject({ checkJs: true, strict: true, noUncheckedIndexedAccess: true });
  });

  it("says its types itself: no file of declarations doubles it", () => {
    expect(tree.filter((path) => /\.d\.[mc]ts$/.test(path))).toEqual([]);
  });
});
