/**
 * What depends on the type of a field stands in the table of the types (lib/demarches/field-types.ts): asked elsewhere, a new type
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

const isName = (node) => node.type === "Literal" && fieldTypeNames.includes(node.value);

/** `field.type`, `field?.type`, or `type` alone. */
const isType = (node) => {
  const bare = node.type === "ChainExpression" ? node.expression : node;
  return bare.type === "Identifier" ? bare.name === "type" : bare.property?.name === "type";
};

export const fieldTypes = {
  meta: {
    type: "problem",
    messages: {
      asked: "The type of a field is asked by lib/demarches/field-types.ts alone: say it there, for each type.",
    },
    schema: [],
  },
  create: (context) => {
    const report = (node) => context.report({ node, messageId: "asked" });
    return {
      BinaryExpression(node) {
        const { left, right } = node;
        if ((isType(left) && isName(right)) || (isType(right) && isName(left))) report(node);
      },
      SwitchStatement(node) {
        if (isType(node.discriminant) && node.cases.some(({ test }) => test && isName(test))) report(node);
      },
      CallExpression(node) {
        const list = node.callee.type === "MemberExpression" ? node.callee.object : null;
        const isListed = list?.type === "ArrayExpression" && list.elements.some((one) => one && isName(one));
        if (isListed && node.arguments.some(isType)) report(node);
      },
    };
  },
};
