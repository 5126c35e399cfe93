import type { AttachmentView } from "@/lib/demandes/types/demande";
import type { Answers, Section } from "@/lib/demarches/form";
import { fileFields } from "@/lib/demarches/sections";
import { visiblePaths } from "@/lib/demarches/visibility";
import type { DocumentType } from "@/lib/vocabulary/documents";

/** A document asked for, and what was given of it. */
export type DocumentRequest = {
  path: string;
  title: string;
  help?: string;
  isOptional: boolean;
  document: DocumentType;
  maxFiles: number;
  maxMegabytes: number;
  files: readonly AttachmentView[];
  onPaper: boolean;
};

const defaults = { maxFiles: 4, maxMegabytes: 10 };

/** The documents that apply to these answers, in the order of the form. */
export function documentRequests(
  sections: readonly Section[],
  answers: Answers,
  attachments: readonly AttachmentView[],
): DocumentRequest[] {
  const visible = visiblePaths(sections, answers);
  return fileFields(sections)
    .filter(({ path }) => visible.has(path))
    .map(({ path, field }) => ({
      path,
      title: field.label,
      help: field.help,
      isOptional: field.isOptional ?? false,
      document: field.document,
      maxFiles: field.maxFiles ?? defaults.maxFiles,
      maxMegabytes: field.maxMegabytes ?? defaults.maxMegabytes,
      files: attachments.filter(({ fieldPath }) => fieldPath === path),
      onPaper: isOnPaper(answers, path),
    }));
}

function isOnPaper(answers: Answers, path: string): boolean {
  const [section = "", field = ""] = path.split(".");
  const answer = (answers[section] as Record<string, unknown> | undefined)?.[field];
  return typeof answer === "object" && answer !== null && "onPaper" in answer && answer.onPaper === true;
}
