/**
 * The code of what was thrown (« ENOSPC »), its own or that of its cause. Read by name: under jest an error of Node is no `Error` of
 * the test.
 * @param {unknown} error
 * @returns {string | number | undefined}
 */
export function codeOf(error) {
  const code = fieldOf(error, "code") ?? fieldOf(fieldOf(error, "cause"), "code");
  return typeof code === "string" || typeof code === "number" ? code : undefined;
}

/**
 * The sentence of what was thrown.
 * @param {unknown} error
 */
export const messageOf = (error) => textOf(error, "message") ?? String(error);

/**
 * What stands under this name in a thing that may be anything; undefined where nothing does.
 * @param {unknown} thing
 * @param {string} name
 * @returns {unknown}
 */
export function fieldOf(thing, name) {
  return typeof thing === "object" && thing !== null ? Reflect.get(thing, name) : undefined;
}

/**
 * The text that stands under this name; undefined where nothing does, or something else.
 * @param {unknown} thing
 * @param {string} name
 */
export function textOf(thing, name) {
  const value = fieldOf(thing, name);
  return typeof value === "string" ? value : undefined;
}
