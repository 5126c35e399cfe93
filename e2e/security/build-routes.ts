import { existsSync, readFileSync } from "node:fs";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];

export type BuiltRoute = {
  /** As the table names it: the address of a page, « METHOD address » for a route handler. */
  name: string;
  method: Method;
  address: string;
  /** Folders from app/ to the page, groups included; null for a route handler. */
  folders: readonly string[] | null;
};

/** Every page of the build, and every method that each of its route handlers exports: read from the build's own manifest. */
export function builtRoutes(): BuiltRoute[] {
  return entries().flatMap(([file, address]): BuiltRoute[] => {
    const folders = file.split("/").slice(1, -1);
    if (file.endsWith("/page")) return [{ name: address, method: "GET", address, folders }];
    return exportedMethods(file).map((method) => ({ name: `${method} ${address}`, method, address, folders: null }));
  });
}

/** The methods that a route handler does not export. */
export function missingMethods(): { method: Method; address: string }[] {
  return entries()
    .filter(([file]) => file.endsWith("/route"))
    .flatMap(([file, address]) => {
      const exported = exportedMethods(file);
      return methods.filter((method) => !exported.includes(method)).map((method) => ({ method, address }));
    });
}

/** Next's own last page, shown in place of a page that broke, answers to no address. */
const unreachable = "/_global-error";

function entries(): [file: string, address: string][] {
  const manifest = JSON.parse(readFileSync(".next/app-path-routes-manifest.json", "utf8")) as Record<string, string>;
  return Object.entries(manifest).filter(([, address]) => address !== unreachable);
}

/** A file of metadata (sitemap, icon…) has no source named « route »: it is read, no more. */
function exportedMethods(file: string): readonly Method[] {
  const source = `app${file}.ts`;
  if (!existsSync(source)) return ["GET"];
  const text = readFileSync(source, "utf8");
  return methods.filter((method) =>
    new RegExp(`export (const|function|async function) ${method}\\b|export \\{[^}]*\\b${method}\\b`).test(text),
  );
}
