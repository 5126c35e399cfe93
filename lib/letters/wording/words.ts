import type { MailContent, MailFrame } from "@/lib/shared/mail-content";
import type { FactsOf, LetterKind, NotifiedKind } from "../kinds";

/** What a letter says, in one language. The greeting is added when it is put together. */
export type Said = Omit<MailContent, "greeting" | "paragraphs"> & {
  /** The first paragraph, which says what happened. */
  opening: string;
  /** The others: reasons, rights, what to do if it was somebody else. */
  paragraphs?: readonly string[];
};

export type Words<K extends LetterKind> = (facts: FactsOf<K>) => Said;

/**
 * « Bonjour Prénom Nom, », or « Bonjour, » when nobody is named. Named only to an address that its account has proved: at any other, a
 * name is a sentence that a stranger chose.
 */
export type LetterFrame = MailFrame & { greeting: (name: string | null) => string };

/** A language: the words of every letter, the sentence of those that the portal tells on its own pages, what stands around all. */
export type Wording = {
  letters: { readonly [K in LetterKind]: Words<K> };
  frame: LetterFrame;
  notices: { readonly [K in NotifiedKind]: (facts: FactsOf<K>) => string };
};
