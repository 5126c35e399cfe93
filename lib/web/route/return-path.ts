import type { Route } from "next";
import { headers } from "next/headers";
import { isSigned, sign } from "@/lib/kernel/crypto";
import { pathHeader } from "./path-header";

/** The page being shown, as a path of ours; « / » when it is unknown. */
export async function currentPath(): Promise<Route> {
  return toLocalPath((await headers()).get(pathHeader)) ?? "/";
}

/** `path` with its seal, for the query `?retour=`: only the portal can make a place to go back to. */
export function signPath(path: string): string {
  return `${path}~${sign("retour", path)}`;
}

/** The path behind `?retour=` or a hidden field, or null when it was not sealed by us. */
export function readSignedPath(text: unknown): Route | null {
  if (typeof text !== "string") return null;
  const at = text.lastIndexOf("~");
  if (at < 1 || !isSigned("retour", text.slice(0, at), text.slice(at + 1))) return null;
  return toLocalPath(text.slice(0, at));
}

/** `target` followed by the sealed return path. */
export function withReturn(target: string, path: string): Route {
  return `${target}${target.includes("?") ? "&" : "?"}retour=${encodeURIComponent(signPath(path))}` as Route;
}

/** A path of this site, never another one: « //evil », « /\evil » and control characters are refused. */
export function toLocalPath(text: string | null): Route | null {
  if (text === null || !/^\/(?![/\\])[^\\\u0000-\u0020\u007f]*$/.test(text)) return null;
  return text as Route;
}
