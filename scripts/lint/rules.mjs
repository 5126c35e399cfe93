import { awaitedPress } from "./awaited-press.mjs";
import { fieldTypes } from "./field-types.mjs";
import { fileNames } from "./file-names.mjs";
import { frenchSpaces } from "./french-spaces.mjs";
import { oneReader } from "./one-reader.mjs";
import { typedComments } from "./typed-comments.mjs";

/**
 * The rules of ours that no plugin has.
 * @type {import("eslint").Rule.RuleModule}
 */
const needsReason = {
  meta: {
    type: "problem",
    messages: { missing: "Say why after « -- » (at least ten characters), on the line of the waiver." },
    schema: [],
  },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        if (!/^\s*eslint-disable/.test(comment.value)) continue;
        const reason = comment.value.split(/\s--\s/)[1]?.trim() ?? "";
        if (reason.length < 10) context.report({ loc: comment.loc ?? { line: 1, column: 0 }, messageId: "missing" });
      }
    },
  }),
};

/** @type {import("eslint").Rule.RuleModule} */
const noLoadingFile = {
  meta: { type: "problem", messages: { found: "loading.tsx hides its page when JavaScript is off." }, schema: [] },
  create: (context) => ({
    Program(node) {
      if (/[\\/]loading\.tsx$/.test(context.filename)) context.report({ node, messageId: "found" });
    },
  }),
};

/** @type {import("eslint").ESLint.Plugin} */
const house = {
  rules: {
    "awaited-press": awaitedPress,
    "field-types": fieldTypes,
    "file-names": fileNames,
    "french-spaces": frenchSpaces,
    "needs-reason": needsReason,
    "no-loading-file": noLoadingFile,
    "one-reader": oneReader,
    "typed-comments": typedComments,
  },
};

export default house;
