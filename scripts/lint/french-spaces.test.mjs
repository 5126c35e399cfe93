import { RuleTester } from "eslint";
import { frenchSpaces } from "./french-spaces.mjs";

const b = "\u00a0";
const n = "\u202f";
const languageOptions = { parserOptions: { ecmaFeatures: { jsx: true } } };
const found = [{ messageId: "breaks" }];
/** @type {(code: string, output: string, errors?: {messageId: string}[]) => import("eslint").RuleTester.InvalidTestCase} */
const fault = (code, output, errors = found) => ({ code, output, errors });

describe("the spaces of French typography", () => {
  new RuleTester({ languageOptions }).run("french-spaces", frenchSpaces, {
    valid: [
      "const a = { b: 1 }, c = d ? e : f;",
      'const url = "https://ville.example/a?b=c";',
      'const classes = "before:content-none hover:underline";',
      'const english = "mail: sent; really? yes!";',
      `const ok = "Vraiment${n}? «${b}Oui${b}» : ".trim();`.replace(" : ", `${b}: `),
      "const query = sql`select ${a} ? ${b} : 1`;",
    ],
    invalid: [
      fault('const a = "Vraiment ?";', `const a = "Vraiment${n}?";`),
      fault('const a = "Adresse : Amiens";', `const a = "Adresse${b}: Amiens";`),
      fault('const a = "Les « Échanges » restent.";', `const a = "Les «${b}Échanges${b}» restent.";`),
      fault("const a = `Le ${b} : « ${c} ». Non !`;", `const a = \`Le \${b}${b}: «${b}\${c}${b}». Non${n}!\`;`, [
        ...found,
        ...found,
      ]),
      fault("const a = <p>Vraiment ? « {a} »</p>;", `const a = <p>Vraiment${n}? «${b}{a}${b}»</p>;`, [
        ...found,
        ...found,
      ]),
      fault('const a = "À 400 % ou 12 € ; fin";', `const a = "À 400${b}% ou 12${b}€${n}; fin";`),
    ],
  });
});
