import type { MailContent } from "@/lib/shared/mail-content";

/** A letter, as the list of administrators shows it. */
export type WordingLine = {
  kind: string;
  label: string;
  isReworded: boolean;
  /** Démarches for which it says something else. */
  demarches: number;
};

/** A letter and the town's own words, for the page that changes them. */
export type WordingView = {
  kind: string;
  label: string;
  /** The one for which it is said otherwise; null: for all. */
  demarche: { slug: string; title: string } | null;
  /** Empty where the portal's words stand. */
  words: { title: string; opening: string; ending: string; signature: string };
  /** Of those words, for the form that changes them. */
  version: string;
  isReworded: boolean;
  /** What the portal says by itself, with facts that nobody has. */
  original: { title: string; opening: string };
  variables: readonly { name: string; label: string }[];
  /** The letter as it reads now, with the same facts. */
  preview: MailContent;
  /** Those for which it may be said otherwise, where it is about a démarche. */
  demarches: readonly { slug: string; title: string; isReworded: boolean }[];
};
