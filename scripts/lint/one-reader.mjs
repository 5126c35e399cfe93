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

/** `z.object({…})`, `schema.extend({…})`. */
const isShape = (node) =>
  node.parent?.type === "CallExpression" &&
  node.parent.callee.type === "MemberExpression" &&
  ["object", "extend", "strictObject"].includes(node.parent.callee.property.name);

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
        const name = property.key.name ?? String(property.key.value);
        const reader = readers.find(({ key }) => key.test(name));
        if (!reader || reader.pieces.some((piece) => context.sourceCode.getText(property.value).includes(`${piece}(`)))
          continue;
        context.report({ node: property, messageId: "other", data: { name, pieces: reader.pieces.join(", ") } });
      }
    },
  }),
};
