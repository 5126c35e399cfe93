import { z } from "zod";
import { seal, unseal } from "@/lib/kernel/crypto";
import type { Reader } from "@/lib/kernel/database";
import { Final, Retryable } from "@/lib/kernel/errors";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import type { MailContent, MailFrame } from "@/lib/shared/mail-content";
import { compose, type Letter } from "../wording/compose";
import { findWording } from "../wording/find-wording";
import { factsSchemas, letterKinds } from "../kinds";
import { isLanguage, languages, usualLanguage, type Language } from "../wording/languages";

/**
 * What a row of the outbox keeps, sealed: the facts of a letter; or its words, where they are fixed the day it is written, and in the
 * rows of before the letters were facts.
 */
type Kept = { to: string } & ({ content: MailContent; language?: Language } | { letter: Letter });

export function sealLetter(kept: Kept): string {
  return seal("outbox", JSON.stringify(kept));
}

/** The same row for another address; null while the keys do not open it, or where it is for that address already. */
export function readdressed(sealed: string, to: string): { content: string; recipientHash: string } | null {
  try {
    const kept = readKept(sealed);
    return kept.to === to ? null : { content: sealLetter({ ...kept, to }), recipientHash: recipientHash(to) };
  } catch (error) {
    if (error instanceof Retryable) return null;
    throw error;
  }
}

const sealedLetter = z.object({
  kind: z.enum(letterKinds),
  facts: z.unknown(),
  name: z.string().nullable(),
  language: z.string(),
});

/** Throws `Retryable` while the keys do not open it, `Final` where its facts have no words any more. */
function readLetter(sealed: string): Kept {
  const kept = readKept(sealed);
  if ("content" in kept) return kept;
  const read = sealedLetter.safeParse(kept.letter);
  const letter = read.success ? checked(read.data) : null;
  if (!letter) throw new Final("outbox: no words for this letter");
  return { to: kept.to, letter };
}

/** A row opened, in the words of the portal alone. Throws as `readLetter` does. */
export function openLetter(sealed: string): { to: string; content: MailContent } {
  const kept = readLetter(sealed);
  return "content" in kept ? { to: kept.to, content: kept.content } : { to: kept.to, content: compose(kept.letter) };
}

/** A row opened, in the words of the town where it wrote some. Throws as `readLetter` does. */
export async function openInTownWords(reader: Reader, sealed: string): Promise<OpenedLetter> {
  const kept = readLetter(sealed);
  if ("content" in kept) return { to: kept.to, content: kept.content, frame: frameOf(kept.language ?? usualLanguage) };
  const town = await findWording(reader, kept.letter);
  return { to: kept.to, content: compose(kept.letter, town ?? undefined), frame: frameOf(kept.letter.language) };
}

export type OpenedLetter = { to: string; content: MailContent; frame: MailFrame };

function frameOf(language: string): MailFrame {
  return languages[isLanguage(language) ? language : usualLanguage].frame;
}

function readKept(sealed: string): Kept {
  try {
    return JSON.parse(unseal("outbox", sealed)) as Kept;
  } catch {
    // The master key may have been forgotten in a deployment: given back, the mail can still leave.
    throw new Retryable("outbox: content does not open under the present keys");
  }
}

/** Null where the facts are not those that the kind has today. A language that is gone leaves the usual one. */
function checked({ kind, facts, name, language }: z.output<typeof sealedLetter>): Letter | null {
  const read = factsSchemas[kind].safeParse(facts);
  return read.success
    ? { kind, facts: read.data, name, language: isLanguage(language) ? language : usualLanguage }
    : null;
}
