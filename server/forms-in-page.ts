import { Parser } from "htmlparser2";
import { isSecretName } from "@/lib/web/form/form-data";
import { isOfFramework, type PostedForm } from "./form";

/** A form of a page: what it posts by itself, and the names of what is filled in. */
export type PageForm = {
  /** Names the action and carries its state: another at each build. */
  framework: (readonly [name: string, value: string])[];
  hidden: Map<string, string[]>;
  names: Set<string>;
};

/** Every form of a page that posts to an action. */
export function formsIn(html: string): PageForm[] {
  const forms: PageForm[] = [];
  let open: PageForm | null = null;
  const parser = new Parser({
    onopentag(tag, { name, type, value = "" }) {
      if (tag === "form") forms.push((open = { framework: [], hidden: new Map(), names: new Set() }));
      if (!open || !name || !["input", "select", "textarea", "button"].includes(tag)) return;
      if (isOfFramework(name)) open.framework.push([name, value]);
      else open.names.add(name);
      if (type === "hidden" && !isOfFramework(name)) open.hidden.set(name, [...(open.hidden.get(name) ?? []), value]);
    },
    onclosetag(tag) {
      if (tag === "form") open = null;
    },
  });
  parser.end(html);
  return forms.filter(({ framework }) => framework.length > 0);
}

/** What changes by itself from one showing of a page to the next. */
const changing = /^(edition|lockVersion|version|base|retour)$/;
/** How much of the names must be the same. */
const alike = 0.5;

/**
 * The form of the page that was posted: it speaks of the same things (the same identifiers), and asks for the same ones. Only a
 * form that gives its answers in place (with a state) can be shown filled; null when none does, or when two are as good.
 */
export function sameForm(forms: readonly PageForm[], texts: PostedForm["texts"]): PageForm | null {
  const scored = forms
    .filter(({ framework }) => framework.some(([name]) => name.startsWith("$ACTION_REF_")))
    .filter((form) => speaksOfTheSame(form, texts))
    .map((form) => ({ form, score: likeness(openNames(form), new Set(texts.map(([name]) => name))) }))
    .filter(({ score }) => score >= alike)
    .sort((one, other) => other.score - one.score);
  const [best, second] = scored;
  return best && best.score !== second?.score ? best.form : null;
}

function speaksOfTheSame({ hidden }: PageForm, texts: readonly (readonly [string, string])[]): boolean {
  return [...hidden].every(([name, values]) => {
    if (isSecretName(name) || changing.test(name)) return true;
    const given = texts.filter(([other]) => other === name).map(([, value]) => value);
    return given.length === values.length && given.every((value, at) => value === values[at]);
  });
}

/** Those that may be given back: a secret is not among the texts. */
function openNames({ names }: PageForm): ReadonlySet<string> {
  return new Set([...names].filter((name) => !isSecretName(name)));
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const all = new Set([...one, ...other]);
  return all.size === 0 ? 1 : [...all].filter((name) => one.has(name) && other.has(name)).length / all.size;
}
