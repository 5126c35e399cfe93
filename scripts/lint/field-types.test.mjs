import { readFileSync } from "node:fs";
import { RuleTester } from "eslint";
import { inRoot } from "../lib/paths.mjs";
import { fieldTypeNames, fieldTypes } from "./field-types.mjs";

const errors = [{ messageId: "asked" }];

describe("the type of a field, asked outside its table", () => {
  new RuleTester().run("field-types", fieldTypes, {
    valid: [
      "const kind = fieldTypes[field.type];",
      "if ('fields' in field) show(field.fields);",
      "if (outcome.type === 'answered') go();",
      "switch (answer.type) { case 'read': go(); }",
      "const field = { key: 'a', type: 'text' };",
    ],
    invalid: [
      { code: "if (field.type === 'file') go();", errors },
      { code: "if (field?.type !== 'group') go();", errors },
      { code: "if ('person' === inner.type) go();", errors },
      { code: "fields.filter(({ type }) => type === 'choices');", errors },
      { code: "switch (field.type) { case 'date': go(); }", errors },
      { code: "if (['address', 'commune'].includes(field.type)) go();", errors },
    ],
  });

  it("knows each type that a definition may have", () => {
    const schemas = readFileSync(inRoot("lib/demarches/shape/fields.ts"), "utf8");
    const names = [...schemas.matchAll(/type: z\.literal\("(\w+)"\)/g)].map(([, name]) => name);
    expect([...names].sort()).toEqual([...fieldTypeNames].sort());
  });
});
