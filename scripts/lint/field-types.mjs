/**
 * What depends on the type of a field stands in the table of the types (lib/demarches/fields/field-types.ts): asked elsewhere, a new type
 * compiles and is forgotten there. A key that a type alone has may be looked for (`"fields" in field`).
 */
export const fieldTypeNames = [
  "text",
  "long_text",
  "email",
  "phone",
  "number",
  "date",
  "choice",
  "choices",
  "yes_no",
  "address",
  "commune",
  "person",
  "legal_person",
  "iban",
  "file",
  "information",
  "consent",
  "group",
];

/** @param {import("./awaited-press.mjs").Node | null | undefined} node */
const isName = (node) => node?.type === "Literal" && fieldTypeNames.includes(String(node.value));

/**
 * `field.type`, `field?.type`, or `type` alone.
 * @param {import("./awaited-press.mjs").Node} node
 */
function isType(node) {
  const bare = node.type === "ChainExpression" ? node.expression : node;
  if (bare.type === "MemberExpression") return bare.property.type === "Identifier" && bare.property.name === "type";
  return bare.type === "Identifier" && bare.name === "type";
}

/** @type {import("eslint").Rule.RuleModule} */
export const fieldTypes = {
  meta: {
    type: "problem",
    messages: {
      asked: "The type of a field is asked by lib/demarches/fields/field-types.ts alone: say it there, for each type.",
    },
    schema: [],
  },
  create: (context) => ({
    BinaryExpression(node) {
      const { left, right } = node;
      if ((isType(left) && isName(right)) || (isType(right) && isName(left)))
        context.report({ node, messageId: "asked" });
    },
    SwitchStatement(node) {
      if (isType(node.discriminant) && node.cases.some(({ test }) => isName(test)))
        context.report({ node, messageId: "asked" });
    },
    CallExpression(node) {
      const list = node.callee.type === "MemberExpression" ? node.callee.object : null;
      const isListed = list?.type === "ArrayExpression" && list.elements.some(isName);
      if (isListed && node.arguments.some(isType)) context.report({ node, messageId: "asked" });
    },
  }),
};
