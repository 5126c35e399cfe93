/**
 * In a journey, a button pressed sends a form, and what follows must not overtake its answer: an address opened, a row read or a second
 * press would, on a slow machine. Either `press()` waits for the answer, or the next statement is an `await expect(…)` of something that appears.
 */
const presses = new Set(["click", "dblclick"]);

/** The call of a press of a button in `await button.click()`: a link only leads on, and whoever opens another address meant to. */
function pressIn(statement, sourceCode) {
  if (statement.type !== "ExpressionStatement" || statement.expression.type !== "AwaitExpression") return null;
  const call = statement.expression.argument;
  if (call.type !== "CallExpression" || call.callee.type !== "MemberExpression") return null;
  const { object, property } = call.callee;
  const isEnter = property.name === "press" && call.arguments.at(-1)?.value === "Enter";
  if (!presses.has(property.name) && !isEnter) return null;
  return /getByRole\(\s*"(link|tab|radio|checkbox|option)"/.test(sourceCode.getText(object)) ? null : call;
}

/** `await expect(…)…`, or a reader that begins by one: `const number = await readNumber(page)`, `return readNumber(page)`. */
function isExpectation(statement) {
  const value = statement?.expression ?? statement?.argument ?? statement?.declarations?.[0]?.init;
  let inner = value?.type === "AwaitExpression" ? value.argument : value;
  while (inner?.type === "CallExpression" || inner?.type === "MemberExpression") inner = inner.callee ?? inner.object;
  return inner?.type === "Identifier" && /^(expect|expectDone|readNumber)$/.test(inner.name);
}

/** `await dialog.waitFor({ state: "hidden" })`, of what was seen before. */
const isLeaving = (text) => /^await [^;]*\.waitFor\(\{ state: "hidden" \}\);$/.test(text);

/** « It is not there » is true before the answer too, so it waits for nothing. */
const isAbsence = (text) => /\.not\.|\.toHaveCount\(0\)|\.toBeHidden\(/.test(text);

export const awaitedPress = {
  meta: {
    type: "problem",
    messages: { overtaken: "Nobody waits for this press: use press(), or await in the next statement what appears." },
    schema: [],
  },
  create(context) {
    const check = ({ body }) => {
      for (const [index, statement] of body.entries()) {
        const call = pressIn(statement, context.sourceCode);
        if (!call) continue;
        const next = body[index + 1];
        const text = context.sourceCode.getText(next);
        const isWaiting = next && (isLeaving(text) || (isExpectation(next) && !isAbsence(text)));
        if (!isWaiting) context.report({ node: call, messageId: "overtaken" });
      }
    };
    return { BlockStatement: check, Program: check };
  },
};
