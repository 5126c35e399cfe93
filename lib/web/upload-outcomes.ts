import { randomBytes } from "node:crypto";
import { z } from "zod";
import { isFileRefusal, sayFileRefusal } from "@/lib/files/rules";
import type { FileOutcome } from "@/lib/shared/file-outcome";
import type { Refused } from "@/lib/shared/result";
import { count } from "@/lib/shared/text";
import { keepNote, readNote } from "./note";

const otherSentences: Readonly<Record<string, string>> = {
  malformed: "L’envoi n’est pas arrivé en entier. Réessayez.",
  not_editable: "Cette demande ne peut plus être modifiée. Rechargez la page pour voir où elle en est.",
  unknown_field: "Cette démarche ne demande pas ce document. Rechargez la page.",
  not_flagged: "Le service n’a pas demandé de corriger ce document.",
};

/** Why a file was not kept, in French, whatever refused it: the form, the demande, or the file itself. */
export function sayUploadRefusal({ reason, details }: Pick<Refused<string>, "reason" | "details">): string {
  if (isFileRefusal(reason)) return sayFileRefusal(reason, details);
  return otherSentences[reason] ?? sayFileRefusal("try_again");
}

const noteSchema = z.object({
  of: z.string(),
  path: z.string(),
  outcomes: z.array(z.object({ name: z.string(), id: z.string().optional(), refusal: z.string().nullable() })),
});

/** What became of the files just sent without JavaScript, and for which document (« » where the page has one alone). */
export type SentFiles = { path: string; outcomes: readonly FileOutcome[] };

/** A cookie holds about 4,000 bytes once sealed: file names are cut, and what does not fit is counted. */
const longestNote = 2_600;
const longestName = 60;

/**
 * Before the redirection to `page`: what it will say of each file. The names of files stand in a sealed cookie of that page, never
 * in its address, which only names the sending: the words stay there for who reloads, and are gone from the page without it.
 */
export async function keepSentFiles(page: string, { path, outcomes }: SentFiles): Promise<{ envoi: string }> {
  const of = randomBytes(6).toString("base64url");
  const refusedFirst = [...outcomes].sort((a, b) => Number(a.refusal === null) - Number(b.refusal === null));
  const short = refusedFirst.map((outcome) => ({ ...outcome, name: cut(outcome.name) }));
  let text = "";
  for (let kept = short.length; kept >= 0; kept -= 1) {
    const dropped = short.slice(kept);
    text = JSON.stringify({ of, path, outcomes: [...short.slice(0, kept), ...inOneLine(dropped)] });
    if (Buffer.byteLength(text) <= longestNote) break;
  }
  await keepNote("envoi", text, page);
  return { envoi: of };
}

/** In a page: what became of the files that its address names, or null. */
export async function readSentFiles(
  query: Readonly<Record<string, string | string[] | undefined>>,
): Promise<SentFiles | null> {
  if (typeof query.envoi !== "string") return null;
  const note = await readNote("envoi");
  if (note === null) return null;
  const { of, ...sent } = noteSchema.parse(JSON.parse(note));
  return of === query.envoi ? sent : null;
}

function cut(name: string): string {
  const letters = [...name];
  return letters.length > longestName ? `${letters.slice(0, longestName - 1).join("")}…` : name;
}

/** Those for which there is no room are counted; what was kept stands in the list of files. */
function inOneLine(outcomes: readonly FileOutcome[]): FileOutcome[] {
  const refused = outcomes.filter(({ refusal }) => refusal !== null).length;
  return refused === 0 ? [] : [{ name: "", refusal: `${count(refused, "fichier")} de plus ne sont pas joints.` }];
}
