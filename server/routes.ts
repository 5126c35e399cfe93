import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/**
 * What an address leads to. « page »: a page of the application. « handler »: one of its route handlers, which guards itself.
 * « file »: of public/, or the build's own. « none »: nothing. « unsure »: written in a way that only Next understands.
 */
export type Kind = "page" | "handler" | "file" | "none" | "unsure";

const route = z.object({ page: z.string(), regex: z.string() });
const routesSchema = z.object({ staticRoutes: z.array(route), dynamicRoutes: z.array(route) });
const namesSchema = z.record(z.string(), z.string());

/** Shown by Next, or by the front, in place of another: no address leads to them. */
const unreachable = new Set(["/_not-found", "/_global-error", "/erreur"]);
/** The build's own files and Next's own services. */
const ofNext = "/_next/";
/** An address without any writing that servers read differently: escapes, doubled slashes, dots alone. */
const plain = /^\/$|^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)+$/;

/** Reads the table of routes that the build wrote in `dir`, and the files of `public/`. */
export function readRoutes(dir: string): (path: string) => Kind {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(dir, ".next", file), "utf8"));
  const names = namesSchema.parse(read("app-path-routes-manifest.json"));
  const handlers = new Set(Object.keys(names).flatMap((file) => (file.endsWith("/route") ? [names[file]] : [])));
  const { staticRoutes, dynamicRoutes } = routesSchema.parse(read("routes-manifest.json"));
  const kindOf = (page: string): Kind => (handlers.has(page) ? "handler" : "page");
  const known = Object.values(names).filter((page) => !page.includes("[") && !unreachable.has(page));
  const exact = new Map<string, Kind>([
    ...known.map((page) => [page, kindOf(page)] as const),
    ...publicFiles(dir).map((file) => [file, "file"] as const),
  ]);
  const patterns = [...staticRoutes, ...dynamicRoutes]
    .filter(({ page }) => !unreachable.has(page))
    .map(({ page, regex }) => ({ regex: new RegExp(regex), kind: kindOf(page) }));
  return (path) => {
    const found = exact.get(path);
    if (found) return found;
    if (path.startsWith(ofNext)) return "file";
    const matched = patterns.find(({ regex }) => regex.test(path))?.kind;
    return matched ?? (plain.test(path) ? "none" : "unsure");
  };
}

function publicFiles(dir: string): string[] {
  return readdirSync(join(dir, "public"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(dir, "public").length).replaceAll("\\", "/"));
}
