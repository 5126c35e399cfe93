import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A form of two fields or more none of which may be left empty says so at its top (RGAA 11.10, T16). */
const root = join(__dirname, "../../..");
const fields =
  /<(?:\w*(?:Text|Email|Password|Select|Date|Phone|Number|Identifier|Commune|YesNo)Field|RadioGroup|TextArea|NewPasswordFields)\b[^>]*/g;

function forms(): { file: string; form: string }[] {
  const files = ["app", "components"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".tsx") && !name.endsWith(".test.tsx") && !name.startsWith("atelier"))
      .map((name) => join(folder, name)),
  );
  return files.flatMap((file) => {
    const source = readFileSync(join(root, file), "utf8");
    return [...source.matchAll(/<ActionForm\b[\s\S]*?<\/ActionForm>/g)].map(([form]) => ({
      file,
      form: form + partsOf(form, source),
    }));
  });
}

/** The components of the same file that the form is made of. */
function partsOf(form: string, source: string): string {
  const names = new Set([...form.matchAll(/<([A-Z]\w*)/g)].map(([, name]) => name ?? ""));
  return [...names].map((name) => source.split(`function ${name}(`)[1]?.split("\n}\n")[0] ?? "").join("\n");
}

function isAllRequired(form: string): boolean {
  const found = form.match(fields) ?? [];
  const controls = found.length + found.filter((field) => field.startsWith("<NewPasswordFields")).length;
  return controls >= 2 && !/\boptional\b/.test(form);
}

it("finds the forms of the portal", () => {
  expect(forms().length).toBeGreaterThan(40);
});

it.each(forms().filter(({ form }) => isAllRequired(form)))("$file says that every field is compulsory", ({ form }) => {
  expect(form.slice(0, form.indexOf(">\n"))).toContain("allRequired");
});

it.each(forms().filter(({ form }) => / allRequired\b/.test(form)))("$file says so because it is true", ({ form }) => {
  expect(isAllRequired(form)).toBe(true);
});
