import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** A form of two fields or more says at its top which may be left empty: none, or those marked (RGAA 11.10, T16). */
const root = join(__dirname, "../../..");
const fields =
  /<(?:\w*(?:Text|Email|Password|Select|Date|Phone|Number|Identifier|Commune|YesNo)Field|RadioGroup|CheckboxGroup|TextArea|NewPasswordFields|DemandeFields)\b[^>]*/g;

type Form = { file: string; form: string };

function forms(): Form[] {
  const files = ["app", "components"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".tsx") && !name.endsWith(".test.tsx") && !name.startsWith("atelier"))
      .map((name) => join(folder, name)),
  );
  return files.flatMap((file) => {
    const source = readFileSync(join(root, file), "utf8");
    return [...source.matchAll(/<ActionForm\b[\s\S]*?<\/ActionForm>/g)].map(([form]) => ({
      file,
      form: form + partsOf(form, file, source).join("\n"),
    }));
  });
}

/** The components that the form is made of, of the same file and of those that it imports; a field of components/ui is whole. */
function partsOf(jsx: string, file: string, source: string, depth = 3): string[] {
  const names = new Set([...jsx.matchAll(/<([A-Z]\w*)/g)].map(([, name]) => name ?? ""));
  return [...names].flatMap((name) => {
    const home = source.includes(`function ${name}(`) ? file : importedFrom(name, file, source);
    if (home === null || depth === 0) return [];
    const text = readFileSync(join(root, home), "utf8");
    const body = text.split(`function ${name}(`)[1]?.split("\n}\n")[0] ?? "";
    return [body, ...partsOf(body, home, text, depth - 1)];
  });
}

function importedFrom(name: string, file: string, source: string): string | null {
  const [, from = ""] = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "([^"]+)"`).exec(source) ?? [];
  const path = from.startsWith("@/") ? from.slice(2) : relative(root, join(root, dirname(file), from));
  const isOurs = /^(components\/(?!ui\/)|app\/)/.test(path);
  return isOurs && existsSync(join(root, `${path}.tsx`)) ? `${path}.tsx` : null;
}

/** What a form of these fields must say; null for one field alone. */
function noteOf(form: string): "all" | "marked" | null {
  const found = form.match(fields) ?? [];
  // A démarche's fields are in its definition, where some are optional.
  if (found.some((field) => field.startsWith("<DemandeFields"))) return "marked";
  const controls = found.length + found.filter((field) => field.startsWith("<NewPasswordFields")).length;
  if (controls < 2) return null;
  // Filters only narrow a list: nothing is asked there, so nothing is said.
  if (form.includes('className="admin-filters"')) return null;
  // A box or a group has no property for it: its own words say that it may be left empty, or by whom.
  return /\boptional\b|\(facultatif\)|peut n’en avoir aucun/.test(form) ? "marked" : "all";
}

const said = (form: string) => / required="(\w+)"/.exec(form.slice(0, form.indexOf(">\n")))?.[1] ?? null;

it("finds the forms of the portal", () => {
  expect(forms().length).toBeGreaterThan(40);
});

it.each(forms().filter(({ form }) => noteOf(form) !== null || said(form) !== null))(
  "$file says which of its fields are compulsory",
  ({ form }) => {
    expect(said(form)).toBe(noteOf(form));
  },
);
