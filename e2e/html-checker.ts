import { HtmlValidate, StaticConfigLoader } from "html-validate";

/**
 * The HTML standard's own rules, as the checker of the W3C knows them (goal G3: no error), and two that no engine of accessibility asks:
 * no role says again what its element says, and the telephone of a link stays on one line.
 */
const checker = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ["html-validate:standard"],
    rules: { "no-redundant-role": "error", "tel-non-breaking": "error" },
  }),
);

/** React's own guard, on a form that it made in the browser: never in what a server sends, and no address that anybody follows. */
const guard = / action="javascript:throw new Error\([^"]*"/g;

/** What is wrong in a page: as the server sent it, or as a browser holds it. */
export async function htmlFindings(html: string): Promise<string[]> {
  const { results } = await checker.validateString(html.replace(guard, ""));
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? "?"})`),
  );
}
