import { RuleTester } from "eslint";
import { typedComments } from "./typed-comments.mjs";

const errors = [{ messageId: "loose" }];

describe("a type in a comment that lets everything pass", () => {
  new RuleTester().run("typed-comments", typedComments, {
    valid: [
      "/** @param {unknown} thing any thing */ function f(thing) {}",
      "/**\n * @param {{a: string,\n *   b: number}} thing\n * @returns {Promise<void>}\n */ function f(thing) {}",
      '/** @type {Map<string, import("node:http").Server>} */ const a = new Map();',
      "/* @type {any} */ const a = 1;",
    ],
    invalid: [
      { code: "/** @param {any} a */ function f(a) {}", errors },
      { code: "/** @param {*} a */ function f(a) {}", errors },
      { code: "/** @type {Record<string, {a: any[]}>} */ const a = {};", errors },
      { code: "const a = /** @type {any} */ (b);", errors },
      { code: "/** @typedef {Object} A */ const a = 1;", errors },
      {
        code: "/**\n * @returns {Promise<any>}\n * @param {Function} a\n */ function f(a) {}",
        errors: [...errors, ...errors],
      },
    ],
  });
});
