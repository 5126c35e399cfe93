/**
 * French sets a space before « : ; ? ! » and inside its quotation marks, and no line breaks there: U+202F before « ; ? ! »,
 * U+00A0 elsewhere. An ordinary space in what a page or a letter says is found here, and put right by `--fix`.
 * Source: Lexique des règles typographiques en usage à l’Imprimerie nationale, « Ponctuation ».
 */
const ordinary = /« |(?<=\d) (?=[%€])|(?<=[\p{L}\p{N})\]}…’"`%€»]|^) (?=[:;?!»](?:[\s\u00a0.,)"'`$]|$))/gu;
const wide = "\u00a0";
const narrow = "\u202f";

/** Gives these words the spaces that do not break. Code is told by its own: `{ a: b }` has no space before its colon. */
function setFrenchSpaces(text) {
  return text.replace(ordinary, (found, at) => {
    if (found.startsWith("«")) return `«${wide}`;
    return ";?!".includes(text[at + 1]) ? narrow : wide;
  });
}

export const frenchSpaces = {
  meta: {
    type: "problem",
    fixable: "code",
    messages: { breaks: "A line may break here: use the spaces that French typography sets (--fix does)." },
    schema: [],
  },
  create(context) {
    const { sourceCode } = context;
    const check = (node) => {
      const written = sourceCode.getText(node);
      const set = setFrenchSpaces(written);
      if (set !== written) context.report({ node, messageId: "breaks", fix: (fixer) => fixer.replaceText(node, set) });
    };
    return {
      JSXText: check,
      Literal: (node) => typeof node.value === "string" && check(node),
      TemplateElement: (node) => node.parent.parent.type !== "TaggedTemplateExpression" && check(node),
    };
  },
};
