/**
 * French sets a space before « : ; ? ! » and inside its quotation marks, and no line breaks there: U+202F before « ; ? ! »,
 * U+00A0 elsewhere. An ordinary space in what a page or a letter says is found here, and put right by `--fix`.
 * Source: Lexique des règles typographiques en usage à l’Imprimerie nationale, « Ponctuation ».
 */
const ordinary = /« |(?<=\d) (?=[%€])|(?<=[\p{L}\p{N})\]}…’"`%€»]|^) (?=[:;?!»](?:[\s\u00a0.,)"'`$]|$))/gu;
const wide = "\u00a0";
const narrow = "\u202f";

/**
 * Gives these words the spaces that do not break. Code is told by its own: `{ a: b }` has no space before its colon.
 * @param {string} text
 */
function setFrenchSpaces(text) {
  return text.replace(ordinary, (/** @type {string} */ found, /** @type {number} */ at) => {
    if (found.startsWith("«")) return `«${wide}`;
    return ";?!".includes(text.charAt(at + 1)) ? narrow : wide;
  });
}

/** @type {import("eslint").Rule.RuleModule} */
export const frenchSpaces = {
  meta: {
    type: "problem",
    fixable: "code",
    messages: { breaks: "A line may break here: use the spaces that French typography sets (--fix does)." },
    schema: [],
  },
  create(context) {
    const { sourceCode } = context;
    const check = (/** @type {import("eslint").Rule.Node} */ node) => {
      const written = sourceCode.getText(node);
      const set = setFrenchSpaces(written);
      if (set !== written) context.report({ node, messageId: "breaks", fix: (fixer) => fixer.replaceText(node, set) });
    };
    return {
      JSXText: check,
      Literal: (node) => {
        if (typeof node.value === "string") check(node);
      },
      TemplateElement: (node) => {
        if (node.parent.parent?.type !== "TaggedTemplateExpression") check(node);
      },
    };
  },
};
