import { randomBytes } from "node:crypto";
import { headers } from "next/headers";
import { z } from "zod";
import { isFileRefusal, sayFileRefusal } from "@/lib/files/rules";
import { addOutcomes, asEarlier, type FileOutcome } from "@/lib/shared/file-outcome";
import type { Refused } from "@/lib/shared/result";
import { count } from "@/lib/shared/text";
import { keepNote, openNote, sealedNote } from "../session/sealed-note";

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
  outcomes: z.array(
    z.object({
      path: z.string(),
      name: z.string(),
      id: z.string().optional(),
      refusal: z.string().nullable(),
      isEarlier: z.boolean().optional(),
    }),
  ),
});

/** What became of a file sent without JavaScript, and for which document (« » where the page has one alone). */
export type SentFile = FileOutcome & { path: string };

/** A cookie holds about 4,000 bytes once sealed: file names are cut, and what does not fit is counted. */
const longestNote = 2_600;
const longestName = 60;
const nothingChosen = sayFileRefusal("no_file");

/** What a page says of the files sent from it, and what its forms post so that it says it still. */
export type Sendings = {
  sent: readonly SentFile[];
  /** Names the last sending in the address; empty without one. */
  envoi: string;
  /** What is said, sealed: the route of the uploads reads no cookie of the page. */
  note: string;
};

/**
 * Before the redirection to a page: what it will say of each file, after what it said already (`before`: its address, `note`: its words,
 * sealed). The names of files stand in a sealed cookie of that page, never in its address, which only names the sending: the words stay
 * there for who reloads and for every act of the page, which keeps the name in its address, and are gone from the page without it.
 *
 * @returns the address of that page, which names the sending
 */
export async function keepSentFiles(
  before: URL,
  path: string,
  outcomes: readonly FileOutcome[],
  note = "",
): Promise<URL> {
  const of = randomBytes(6).toString("base64url");
  const fresh = outcomes.map((outcome) => ({ ...outcome, path, name: cut(outcome.name) }));
  const said = saidIn(openNote("envoi", note), before.searchParams.get("envoi"));
  const earlier = asEarlier(said).filter(isOfAFile);
  const others = earlier.filter((outcome) => outcome.path !== path);
  const ofPath = earlier.filter((outcome) => outcome.path === path);
  const all = [...others, ...addOutcomes(ofPath, fresh)].sort((a, b) => rank(a) - rank(b));
  let text = "";
  for (let kept = all.length; kept >= 0; kept -= 1) {
    text = JSON.stringify({ of, outcomes: [...all.slice(0, kept), ...inOneLine(path, all.slice(kept))] });
    if (Buffer.byteLength(text) <= longestNote) break;
  }
  await keepNote("envoi", text, before.pathname);
  const after = new URL(before);
  after.searchParams.set("envoi", of);
  after.searchParams.delete("vu");
  return after;
}

/**
 * In a page: what became of the files that its address names. An act of the page that came after (`vu`, or a form that this page
 * answers) makes them no news.
 */
export async function readSentFiles(query: Readonly<Record<string, string | string[] | undefined>>): Promise<Sendings> {
  if (typeof query.envoi !== "string") return { sent: [], envoi: "", note: "" };
  const note = await sealedNote("envoi");
  const said = saidIn(openNote("envoi", note), query.envoi);
  if (said.length === 0) return { sent: [], envoi: "", note: "" };
  const isNews = query.vu === undefined && !(await isAnswerToForm());
  return { sent: isNews ? said : asEarlier(said).filter(isOfAFile), envoi: query.envoi, note };
}

/** Only what is posted has a type: a form that its action refused, and of which this page is the answer. */
async function isAnswerToForm(): Promise<boolean> {
  return (await headers()).has("content-type");
}

/** What a note says, where an address names it. */
function saidIn(text: string | null, envoi: string | null): readonly SentFile[] {
  if (text === null) return [];
  // A note that another version of the portal wrote says nothing to this one.
  const { data: note } = noteSchema.safeParse(JSON.parse(text));
  return note && note.of === envoi ? note.outcomes : [];
}

/** Hidden field of the forms of a page that says what became of files: the name of the sending, empty without one. */
export const sendingSchema = z
  .string()
  .regex(/^[\w-]{0,40}$/)
  .default("");

/** The query with which an act of the page comes back to it: what became of the files is said still, and is no news. */
export function stillSaid(sending: string): string {
  return sending ? `?envoi=${sending}&vu=1` : "";
}

/** « Choisissez un fichier » is of the press alone. */
function isOfAFile({ refusal }: FileOutcome): boolean {
  return refusal !== nothingChosen;
}

/** Where room is short: what was refused first, the newest before the others. */
function rank({ refusal, isEarlier = false }: FileOutcome): number {
  return (refusal === null ? 2 : 0) + Number(isEarlier);
}

function cut(name: string): string {
  const letters = [...name];
  return letters.length > longestName ? `${letters.slice(0, longestName - 1).join("")}…` : name;
}

/** Those for which there is no room are counted; what was kept stands in the list of files. */
function inOneLine(path: string, outcomes: readonly SentFile[]): SentFile[] {
  const refused = outcomes.filter(({ refusal }) => refusal !== null).length;
  return refused === 0 ? [] : [{ path, name: "", refusal: `${count(refused, "fichier")} de plus ne sont pas joints.` }];
}
