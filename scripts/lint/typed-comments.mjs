/**
 * The types of a script stand in its comments, where the linter of TypeScript does not read: an `any` there takes the checks away as
 * silently as anywhere else. `*`, `Object` and `Function` are its other names.
 */
const loose = /\bany\b|\*|\b(?:Object|Function)\b(?!\.)/;

/**
 * The types that a comment gives: what stands between braces after a tag.
 * @param {string} comment
 */
function typesIn(comment) {
  return [...comment.matchAll(/@\w+\s+\{/g)].map(({ 0: tag, index }) => untilClosed(comment.slice(index + tag.length)));
}

/**
 * The text before the brace that closes one already open. The stars that begin the lines of a comment are not of it.
 * @param {string} text
 */
function untilClosed(text) {
  let depth = 1;
  let end = 0;
  for (; end < text.length && depth > 0; end += 1) depth += { "{": 1, "}": -1 }[text.charAt(end)] ?? 0;
  return text.slice(0, end - 1).replace(/\n\s*\*/g, "\n");
}

/** @type {import("eslint").Rule.RuleModule} */
export const typedComments = {
  meta: {
    type: "problem",
    messages: { loose: "« {{type}} » lets everything pass: say the type, or unknown." },
    schema: [],
  },
  create: (context) => ({
    Program(node) {
      for (const { type, value, loc } of context.sourceCode.getAllComments()) {
        if (type !== "Block" || !value.startsWith("*")) continue;
        for (const found of typesIn(value))
          if (loose.test(found))
            context.report({ ...(loc ? { loc } : { node }), messageId: "loose", data: { type: found } });
      }
    },
  }),
};
