import { applicantSectionKey, type Section } from "@/lib/demarches/form";

/** Whether a path is about the person who types: only there may the browser offer what it knows (WCAG 1.3.5). */
export function isOwn(path: string): boolean {
  return path.startsWith(`${applicantSectionKey}.`);
}

/** Path of the field that a control belongs to: « section.child.birthDate.day » → « section.child ». Null for another control. */
export function fieldPathOf(control: string, sections: readonly Section[]): string | null {
  const [sectionKey = "", fieldKey = "", index = "", itemKey = ""] = control.split(".");
  const field = sections.find(({ key }) => key === sectionKey)?.fields.find(({ key }) => key === fieldKey);
  if (!field) return null;
  if (!("fields" in field)) return `${sectionKey}.${fieldKey}`;
  return /^\d+$/.test(index) && field.fields.some(({ key }) => key === itemKey)
    ? `${sectionKey}.${fieldKey}.${index}.${itemKey}`
    : null;
}

/** Whether a control belongs to a field: the field itself, or one of its parts. */
export function belongsTo(control: string, path: string): boolean {
  return control === path || control.startsWith(`${path}.`);
}

/** How many items of a group the values hold. */
export function countItems(path: string, values: Readonly<Record<string, unknown>>): number {
  return Object.keys(values).reduce((most, name) => {
    const index = name.startsWith(`${path}.`) ? Number.parseInt(name.slice(path.length + 1), 10) : Number.NaN;
    return index >= most && index < 100 ? index + 1 : most;
  }, 0);
}
