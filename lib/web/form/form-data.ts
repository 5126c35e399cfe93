import type { FormValues } from "@/lib/shared/form-state";

/** Fields whose text is never sent back to the browser. */
const secretName = /(^|\.)(password|currentPassword|passwordConfirmation|jeton|token|code|robot-[a-z]+|site-web)$/;
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);
const maxFields = 2_000;
const maxDepth = 8;
const maxItems = 200;

export type FlatForm = Readonly<Record<string, string | readonly string[]>>;
export type FormTree = {
  readonly [key: string]: FormTree | string | readonly (FormTree | string)[];
};

/** The texts of a form by the name of their control: framework keys and files left out, NFC, line breaks as « \n ». */
export function readFlat(data: FormData): FlatForm {
  const flat = new Map<string, string | string[]>();
  for (const [name, value] of data) {
    if (typeof value !== "string" || name.startsWith("$ACTION") || isForbidden(name) || flat.size >= maxFields)
      continue;
    const text = value.normalize("NFC").replace(/\r\n?/g, "\n");
    const before = flat.get(name);
    flat.set(name, before === undefined ? text : [...(Array.isArray(before) ? before : [before]), text]);
  }
  return Object.fromEntries(flat);
}

/** What may be shown again in the form: everything typed, secrets left out. */
export function valuesOf(flat: FlatForm): FormValues {
  return Object.fromEntries(Object.entries(flat).filter(([name]) => !isSecretName(name)));
}

/** Whether a control holds a password, a code, a token or a proof of the robot check. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** Names of the controls that hold a character which cannot be stored. */
export function unstorableNames(flat: FlatForm): string[] {
  return Object.entries(flat)
    .filter(([, value]) => [value].flat().some((text) => text.includes("\u0000")))
    .map(([name]) => name);
}

/** « children.0.firstName » → { children: [{ firstName }] }. Numbered keys that start at 0 without a hole become a list. */
export function toTree(flat: FlatForm): FormTree {
  const root = new Map<string, unknown>();
  for (const [name, value] of Object.entries(flat)) plant(root, name.split("."), value);
  return Object.fromEntries([...root].map(([key, value]) => [key, grown(value)])) as FormTree;
}

function plant(node: Map<string, unknown>, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path;
  if (key === undefined || path.length > maxDepth) return;
  if (rest.length === 0) {
    if (!(node.get(key) instanceof Map)) node.set(key, value);
    return;
  }
  const known = node.get(key);
  const child = known instanceof Map ? (known as Map<string, unknown>) : new Map<string, unknown>();
  node.set(key, child);
  plant(child, rest, value);
}

/** A text stays; a branch becomes a list or an object. */
function grown(value: unknown): unknown {
  if (!(value instanceof Map)) return value;
  const entries = [...(value as Map<string, unknown>)].map(([key, child]) => [key, grown(child)] as const);
  const ordered = entries.filter(([key]) => /^\d+$/.test(key)).sort(([one], [other]) => Number(one) - Number(other));
  const isList =
    ordered.length === entries.length && entries.length <= maxItems && ordered.every(([key], at) => key === String(at));
  return isList ? ordered.map(([, child]) => child) : Object.fromEntries(entries);
}

function isForbidden(name: string): boolean {
  return name.length > 300 || name.split(".").some((key) => forbiddenKeys.has(key));
}
