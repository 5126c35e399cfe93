import type { Answers, Field, GroupFieldDef, Section, SimpleField } from "../form";
import { getAnswer } from "./paths";
import { isRecord } from "../values/reading";

/** A field where it stands in a form that is being filled in: groups are unfolded item by item. */
export type Place = {
  path: string;
  section: Section;
  field: SimpleField;
  /** Of a group's field: its group and the number of its item, from 0. */
  group?: GroupFieldDef;
  item?: number;
};

/** Every field of the sections in the order of the page, whether it applies or not. */
export function fieldPlaces(sections: readonly Section[], answers: Answers): Place[] {
  return sections.flatMap((section) => section.fields.flatMap((field) => placesOf(section, field, answers)));
}

/** How many items of a group are shown: those that exist, and never fewer than its minimum. */
function itemCount(group: GroupFieldDef, path: string, answers: Answers): number {
  return Math.min(group.max, Math.max(group.min, itemsOf(answers, path).length));
}

export function itemsOf(answers: Answers, path: string): readonly Readonly<Record<string, unknown>>[] {
  const items = getAnswer(answers, path);
  return Array.isArray(items) ? items.map((item: unknown) => (isRecord(item) ? item : {})) : [];
}

/** The field named by a path, item included; null when the form has none. */
export function findField(sections: readonly Section[], path: string): SimpleField | null {
  const [sectionKey, fieldKey, index, itemKey, ...tooMuch] = path.split(".");
  const field = sections.find(({ key }) => key === sectionKey)?.fields.find(({ key }) => key === fieldKey);
  if (!field || tooMuch.length > 0) return null;
  if (!("fields" in field)) return index === undefined ? field : null;
  if (index === undefined || !/^\d{1,3}$/.test(index) || Number(index) >= field.max) return null;
  return field.fields.find(({ key }) => key === itemKey) ?? null;
}

/** The group named by « section.group »; null when the form has none. */
export function findGroup(sections: readonly Section[], path: string): GroupFieldDef | null {
  const [sectionKey, fieldKey, ...tooMuch] = path.split(".");
  const field = sections.find(({ key }) => key === sectionKey)?.fields.find(({ key }) => key === fieldKey);
  return field && "fields" in field && tooMuch.length === 0 ? field : null;
}

function placesOf(section: Section, field: Field, answers: Answers): Place[] {
  const path = `${section.key}.${field.key}`;
  if (!("fields" in field)) return [{ path, section, field }];
  return Array.from({ length: itemCount(field, path, answers) }, (_, item) =>
    field.fields.map((inner): Place => ({
      path: `${path}.${item}.${inner.key}`,
      section,
      field: inner,
      group: field,
      item,
    })),
  ).flat();
}
