import { formatDate } from "@/lib/shared/dates";
import type { FactsOf, LetterKind } from "../kinds";
import { samples } from "./samples";
import type { Said } from "./words";

/** What a town says in place of the portal's words; what is empty says them. */
export type TownWording = { title: string; opening: string; ending: string; signature: string };

/**
 * What a town's words may repeat of the facts: « {{numero}} ». Never what a link opens, nor a name that somebody typed: an address
 * that nobody proved reads these letters too.
 */
const variables = {
  numero: { fact: "number", label: "le numéro de la demande" },
  demarche: { fact: "demarche", label: "le nom de la démarche" },
  motif: { fact: "reason", label: "le motif écrit par l’agent" },
  identifiant: { fact: "username", label: "l’identifiant du compte" },
  jour: { fact: "day", label: "le jour de l’effacement" },
  reception: { fact: "receivedAt", label: "le jour de la réception" },
  expiration: { fact: "expiresAt", label: "le dernier jour de la copie" },
  limite: { fact: "until", label: "le dernier jour du lien" },
} as const;

type Name = keyof typeof variables;
export type Variable = { name: string; label: string };

/** Those that the facts of a kind have. */
export function variablesOf(kind: LetterKind): Variable[] {
  return namesOf(kind).map((name) => ({ name, label: variables[name].label }));
}

function namesOf(kind: LetterKind): Name[] {
  return (Object.keys(variables) as Name[]).filter((name) => valueOf(name, samples[kind]) !== "");
}

const written = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** What a text asks that the facts do not have: « numéro », or a brace that was not closed. Null when it can be said. */
export function unknownVariable(kind: LetterKind, text: string): string | null {
  const known: readonly string[] = namesOf(kind);
  const unknown = [...text.matchAll(written)].find(([, name = ""]) => !known.includes(name));
  if (unknown) return unknown[0];
  return /\{\{|\}\}/.exec(text.replaceAll(written, ""))?.[0] ?? null;
}

/** The words of the portal, replaced by the town's where it wrote some. What the law or safety wants said stays. */
export function inTownWords<K extends LetterKind>(
  said: Said,
  town: TownWording,
  facts: FactsOf<K>,
): Said & { openings: string[] } {
  const fill = (text: string) => text.replaceAll(written, (_, name: string) => valueOf(name, facts));
  const paragraphs = (text: string) =>
    fill(text)
      .split(/\n{2,}/)
      .filter((part) => part.trim() !== "");
  return {
    ...said,
    subject: town.title ? fill(town.title) : said.subject,
    openings: town.opening ? paragraphs(town.opening) : [said.opening],
    paragraphs: [...(said.paragraphs ?? []), ...paragraphs(town.ending)],
    closing: [...(said.closing ?? []), ...(town.signature ? [fill(town.signature)] : [])],
  };
}

function valueOf(name: string, facts: object): string {
  const fact = Object.hasOwn(variables, name) ? variables[name as Name].fact : "";
  const value: unknown = Object.entries(facts).find(([key]) => key === fact)?.[1];
  if (value instanceof Date) return formatDate(value);
  return typeof value === "string" ? value : "";
}
