import { applicantSectionKey, type Section } from "@/lib/demarches/form";
import { answersOnPage, effectiveAnswers, holds, ownPersons } from "@/lib/demarches/visibility";
import type { FormValues } from "@/lib/shared/form-state";
import { readControls } from "./controls";

const nameParts = ["firstName", "lastName"] as const;

/**
 * « C’est mon acte »: writes the author’s names in the page as soon as they are called for, where nothing was typed; takes
 * them away when the person is somebody else after all. The server does the same without JavaScript. Returns the first
 * control written, whose field is then saved; null when nothing changed.
 */
export function takeOwn(
  form: HTMLFormElement,
  sections: readonly Section[],
  given: FormValues,
): HTMLInputElement | null {
  const onPage = readControls(form);
  const answers = effectiveAnswers(sections, answersOnPage(sections, { ...given, ...onPage }));
  let written: HTMLInputElement | null = null;
  for (const { path, condition } of ownPersons({ sections })) {
    const isApplicant = holds(condition, answers);
    const typed = (part: string) => onPage[`${path}.${part}`] ?? "";
    const own = (part: string) => given[`${applicantSectionKey}.${part}`] ?? "";
    const mayWrite = isApplicant
      ? nameParts.every((part) => typed(part) === "")
      : nameParts.every((part) => typed(part) === own(part));
    if (!mayWrite) continue;
    for (const part of nameParts) {
      const control = form.elements.namedItem(`${path}.${part}`);
      if (!(control instanceof HTMLInputElement)) continue;
      const text = isApplicant ? own(part) : "";
      if (typeof text !== "string" || control.value === text) continue;
      control.value = text;
      written ??= control;
    }
  }
  return written;
}
