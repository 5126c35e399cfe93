/**
 * Two doors that read one datum each in its own way disagree: an address accepted here is refused there. In the schemas of what a form
 * posts, each datum that has a reader is read by its piece of lib/shared/form-schema.ts.
 */
const readers = [
  { key: /email$/i, pieces: ["emailText", "optionalEmail"] },
  { key: /^identifier$/, pieces: ["identifierText"] },
  { key: /^(first|last|birth|usual)Name$/, pieces: ["nameText", "optionalName"] },
  { key: /^(phone|mobile|telephone)$/i, pieces: ["optionalPhone"] },
  { key: /postalCode$/i, pieces: ["optionalPostalCode"] },
  { key: /^address(Line|Extra)$/, pieces: ["optionalAddressLine"] },
  { key: /^(commune|birthPlace)$/, pieces: ["optionalCommune"] },
  { key: /^day$/, pieces: ["dateBoxes"] },
];

/**
 * `z.object({…})`, `schema.extend({…})`.
 * @param {import("eslint").Rule.Node} node
 */
const isShape = ({ parent }) =>
  parent?.type === "CallExpression" &&
  parent.callee.type === "MemberExpression" &&
  parent.callee.property.type === "Identifier" &&
  ["object", "extend", "strictObject"].includes(parent.callee.property.name);

/**
 * A key as it is written: `email`, `"email"`.
 * @param {import("./awaited-press.mjs").Node} key
 */
function nameOf(key) {
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" ? String(key.value) : "";
}

/** @type {import("eslint").Rule.RuleModule} */
export const oneReader = {
  meta: {
    type: "problem",
    messages: { other: "« {{name}} » has one reader: {{pieces}} of lib/shared/form-schema.ts." },
    schema: [],
  },
  create: (context) => ({
    ObjectExpression(node) {
      if (!isShape(node)) return;
      for (const property of node.properties) {
        if (property.type !== "Property") continue;
        const name = nameOf(property.key);
        const reader = readers.find(({ key }) => key.test(name));
        if (!reader || reader.pieces.some((piece) => context.sourceCode.getText(property.value).includes(`${piece}(`)))
          continue;
        context.report({ node: property, messageId: "other", data: { name, pieces: reader.pieces.join(", ") } });
      }
    },
  }),
};
