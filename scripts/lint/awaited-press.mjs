/**
 * In a journey, a button pressed sends a form, and what follows must not overtake its answer: an address opened, a row read or a second
 * press would, on a slow machine. Either `press()` waits for the answer, or the next statement is an `await expect(…)` of something that appears.
 */
const presses = new Set(["click", "dblclick"]);
/**
 * A node of the tree, and a call among them.
 * @typedef {NonNullable<Parameters<import("eslint").SourceCode["getText"]>[0]>} Node
 * @typedef {Extract<Node, {type: "CallExpression"}>} Call
 */

/**
 * The call of a press of a button in `await button.click()`: a link only leads on, and whoever opens another address meant to.
 * @param {Node} statement
 * @param {import("eslint").SourceCode} sourceCode
 * @returns {Call | null}
 */
function pressIn(statement, sourceCode) {
  if (statement.type !== "ExpressionStatement" || statement.expression.type !== "AwaitExpression") return null;
  const call = statement.expression.argument;
  if (call.type !== "CallExpression" || call.callee.type !== "MemberExpression") return null;
  const { object, property } = call.callee;
  const name = property.type === "Identifier" ? property.name : "";
  const key = call.arguments.at(-1);
  const isEnter = name === "press" && key?.type === "Literal" && key.value === "Enter";
  if (!presses.has(name) && !isEnter) return null;
  return /getByRole\(\s*"(link|tab|radio|checkbox|option)"/.test(sourceCode.getText(object)) ? null : call;
}

/**
 * `await expect(…)…`, or a reader that begins by one: `const number = await readNumber(page)`, `return readNumber(page)`.
 * @param {Node} statement
 */
function isExpectation(statement) {
  const value = valueOf(statement);
  let inner = value?.type === "AwaitExpression" ? value.argument : value;
  while (inner?.type === "CallExpression" || inner?.type === "MemberExpression")
    inner = inner.type === "CallExpression" ? inner.callee : inner.object;
  return inner?.type === "Identifier" && /^(expect|expectDone|readNumber)$/.test(inner.name);
}

/**
 * What a statement computes, returns, or gives to the first name that it declares.
 * @param {Node} statement
 * @returns {Node | null | undefined}
 */
function valueOf(statement) {
  if (statement.type === "ExpressionStatement") return statement.expression;
  if (statement.type === "ReturnStatement") return statement.argument;
  return statement.type === "VariableDeclaration" ? statement.declarations[0]?.init : null;
}

/**
 * `await dialog.waitFor({ state: "hidden" })`, of what was seen before.
 * @param {string} text
 */
const isLeaving = (text) => /^await [^;]*\.waitFor\(\{ state: "hidden" \}\);$/.test(text);

/**
 * « It is not there » is true before the answer too, so it waits for nothing.
 * @param {string} text
 */
const isAbsence = (text) => /\.not\.|\.toHaveCount\(0\)|\.toBeHidden\(/.test(text);

/** @type {(statement: Node, text: string) => boolean} */
const isWaiting = (statement, text) => isLeaving(text) || (isExpectation(statement) && !isAbsence(text));

/** @type {import("eslint").Rule.RuleModule} */
export const awaitedPress = {
  meta: {
    type: "problem",
    messages: { overtaken: "Nobody waits for this press: use press(), or await in the next statement what appears." },
    schema: [],
  },
  create(context) {
    const check = (/** @type {{body: Node[]}} */ { body }) => {
      for (const [index, statement] of body.entries()) {
        const call = pressIn(statement, context.sourceCode);
        if (!call) continue;
        const next = body[index + 1];
        if (!next || !isWaiting(next, context.sourceCode.getText(next)))
          context.report({ node: call, messageId: "overtaken" });
      }
    };
    return { BlockStatement: check, Program: check };
  },
};
