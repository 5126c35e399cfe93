import { isId } from "@/lib/shared/ids";

/** Where the next page of a long list starts: the instant and the identifier of the last line. */
export function writePageCursor(at: Date | string, id: string): string {
  return Buffer.from(`${new Date(at).toISOString()}|${id}`).toString("base64url");
}

/** Undefined when there is none, or when it was altered: the first page then. */
export function readPageCursor(cursor: string | undefined): { at: Date; id: string } | undefined {
  const [at = "", id = ""] = Buffer.from((cursor ?? "").slice(0, 200), "base64url")
    .toString("utf8")
    .split("|");
  const date = new Date(at);
  return isId(id) && !Number.isNaN(date.getTime()) ? { at: date, id } : undefined;
}
