import type { DraftView } from "@/lib/demandes/types/demande";
import type { Section } from "@/lib/demarches/form";
import { correctionReasonLabels } from "@/lib/vocabulary/documents";

/** What the service said of a field, in the words of the letter: « incorrect. La date n’est pas lisible ». */
export function noteOf({ corrections }: Pick<DraftView, "corrections">, path: string): string | null {
  const notes = corrections
    .filter(({ fieldPath }) => fieldPath === path || fieldPath.startsWith(`${path}.`))
    .map(({ reason, comment }) => `${correctionReasonLabels[reason].toLowerCase()}. ${comment}`.trim());
  return notes.length > 0 ? notes.join(" ") : null;
}

/** The fields of a correction, each with what the service said of it. */
export function withNotes(draft: Pick<DraftView, "corrections">, sections: readonly Section[]): Section[] {
  return sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => {
      const note = noteOf(draft, `${section.key}.${field.key}`);
      return note
        ? { ...field, help: ["Le service indique\u00A0:", note, field.help].filter(Boolean).join(" ") }
        : field;
    }),
  }));
}
