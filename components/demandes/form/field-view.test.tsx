import { render } from "@testing-library/react";
import { acteDeDeces } from "@/catalogue/acte-de-deces";
import { catalogue } from "@/catalogue/all";
import { inscriptionScolaire } from "@/catalogue/inscription-scolaire";
import type { DemarcheDefinition, SimpleField } from "@/lib/demarches/form";
import { withExamples } from "@/lib/demarches/rules/examples";
import { controlNames } from "@/lib/demarches/values/stored";
import { FieldView } from "./field-view";

function shown(definition: DemarcheDefinition, path: string): string {
  const sections = withExamples(definition, definition.sections, { today: "2026-11-30" });
  const [sectionKey, fieldKey] = path.split(".");
  const field = sections.find(({ key }) => key === sectionKey)?.fields.find(({ key }) => key === fieldKey);
  if (!field || field.type === "group") throw new Error(path);
  return htmlOf(field, path);
}

function htmlOf(field: SimpleField, path: string): string {
  const { container, unmount } = render(<FieldView field={field} path={path} />);
  const html = container.innerHTML;
  unmount();
  return html;
}

describe("a field on its page", () => {
  it("offers to say that a third person is not known, and what it entails", () => {
    for (const path of ["parents.other", "parents.otherAddress"]) {
      const page = shown(inscriptionScolaire.definition, path);
      expect(page).toContain("Je ne connais pas cette information");
      expect(page).toContain("L’inscription se fait quand même.");
      expect(page).toContain(`name="${path}.waived"`);
    }
  });

  it("says how to write one name, and a date known in part", () => {
    expect(shown(inscriptionScolaire.definition, "parents.other")).toContain("Cette personne n’a qu’un nom");
    const date = shown(acteDeDeces.definition, "acte.date");
    expect(date).toContain("laissez le reste vide");
    expect(date).toContain("31 3 1980");
    expect(date).toMatch(/Je ne connais pas cette information<span[^>]*>.*Date du décès/);
  });

  it.each(catalogue.map(({ slug, definition }) => [slug, definition] as const))(
    "has a control for each part that the server reads, in %s",
    (_slug, definition) => {
      const fields = definition.sections.flatMap(({ key, fields: own }) =>
        own
          .filter((field): field is SimpleField => field.type !== "group" && field.type !== "file")
          .map((field) => ({ field, path: `${key}.${field.key}` })),
      );
      for (const { field, path } of fields) {
        const page = htmlOf(field, path);
        const isDate = (name: string) => page.includes(`name="${name}.day"`);
        const missing = controlNames(field, path).filter((name) => !page.includes(`name="${name}"`) && !isDate(name));
        expect(missing).toEqual([]);
      }
    },
  );
});
