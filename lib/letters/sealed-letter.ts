import { z } from "zod";
import { seal, unseal } from "@/lib/kernel/crypto";
import { Final, Retryable } from "@/lib/kernel/errors";
import type { MailContent } from "@/lib/shared/mail-content";
import { compose, type Letter } from "./compose";
import { factsSchemas, letterKinds, type LetterKind } from "./kinds";
import { isLanguage, usualLanguage } from "./languages";

/**
 * What a row of the outbox keeps, sealed: the facts of a letter; or its words, where they are fixed the day it is written, and in the
 * rows of before the letters were facts.
 */
type Kept = { to: string } & ({ content: MailContent } | { letter: Letter });

export function sealLetter(kept: Kept): string {
  return seal("outbox", JSON.stringify(kept));
}

const sealedLetter = z.object({
  kind: z.enum(letterKinds),
  facts: z.unknown(),
  name: z.string().nullable(),
  language: z.string(),
});

/** A row opened, in words. Throws `Retryable` while the keys do not open it, `Final` where it has no words any more. */
export function openLetter(sealed: string): { to: string; content: MailContent } {
  const kept = readKept(sealed);
  if ("content" in kept) return kept;
  const letter = sealedLetter.safeParse(kept.letter);
  const content = letter.success ? inWords(letter.data) : null;
  if (!content) throw new Final("outbox: no words for this letter");
  return { to: kept.to, content };
}

function readKept(sealed: string): Kept {
  try {
    return JSON.parse(unseal("outbox", sealed)) as Kept;
  } catch {
    // The master key may have been forgotten in a deployment: given back, the mail can still leave.
    throw new Retryable("outbox: content does not open under the present keys");
  }
}

type Read = z.output<typeof sealedLetter>;

/** Null where the facts are not those that the kind has today. A language that is gone leaves the usual one. */
function inWords({ kind, facts, name, language }: Read): MailContent | null {
  return composeRead(kind, facts, name, isLanguage(language) ? language : usualLanguage);
}

function composeRead<K extends LetterKind>(kind: K, facts: unknown, name: string | null, language: Letter["language"]) {
  const read = factsSchemas[kind].safeParse(facts);
  return read.success ? compose({ kind, facts: read.data, name, language }) : null;
}
