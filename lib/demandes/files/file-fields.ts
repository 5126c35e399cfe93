import type { DemarcheDefinition, FileFieldDef } from "@/lib/demarches/form";
import { fileFields as listFileFields } from "@/lib/demarches/sections";
import { fileLimits } from "@/lib/files/rules";
import { done, refuse, type Result } from "@/lib/shared/result";
import { isOpenPath, openPaths } from "../revision/correction";
import type { LockedDraft } from "../draft/lock-draft";

/** The required documents of a démarche by their path. Groups hold no file. */
export function fileFields(definition: DemarcheDefinition): ReadonlyMap<string, FileFieldDef> {
  return new Map(listFileFields(definition.sections).map(({ path, field }) => [path, field]));
}

export function filePaths(definition: DemarcheDefinition): ReadonlySet<string> {
  return new Set(fileFields(definition).keys());
}

/** What one document may hold: the démarche's own limits, never above the portal's. */
export function limitsOf(field: FileFieldDef): { files: number; bytes: number } {
  return {
    files: Math.min(field.maxFiles ?? fileLimits.filesAPiece, fileLimits.filesAPiece),
    bytes: Math.min((field.maxMegabytes ?? Number.POSITIVE_INFINITY) * 1024 * 1024, fileLimits.bytes),
  };
}

export type FileFieldRefusal = "unknown_field" | "not_flagged";

/** The document named by a path of an open form; « not_flagged »: in a correction, the service did not ask for it. */
export function findFileField(
  { definition, correction, open, context }: Pick<LockedDraft, "definition" | "correction" | "open" | "context">,
  path: string,
): Result<FileFieldDef, FileFieldRefusal> {
  const field = fileFields(definition).get(path);
  if (!field) return refuse("unknown_field");
  if (correction && !isOpenPath(path, openPaths(correction, definition, open.answers, context)))
    return refuse("not_flagged");
  return done(field);
}
