import { RuleTester } from "eslint";
import { awaitedPress } from "./awaited-press.mjs";

const errors = [{ messageId: "overtaken" }];
const inside = (/** @type {string} */ code) => `async function journey(page) { ${code} }`;
const button = 'page.getByRole("button", { name: "Valider" })';

describe("a press that nobody waits for", () => {
  new RuleTester().run("awaited-press", awaitedPress, {
    valid: [
      inside(`await ${button}.click(); await dialog.waitFor({ state: "hidden" });`),
      inside(`await press(${button}); await page.goto("/espace");`),
      inside(`await ${button}.click(); await expect(page).toHaveURL("/espace");`),
      inside(`await ${button}.click(); await expect.poll(count).toBe(1);`),
      inside(`await ${button}.click(); return await readNumber(page);`),
      inside(`await ${button}.click(); return readNumber(page);`),
      inside(`await ${button}.click(); const number = await readNumber(page);`),
      inside(`await page.getByRole("link", { name: "Aide" }).click(); await page.goto("/");`),
    ],
    invalid: [
      { code: inside(`await ${button}.click(); await expect(page.getByText("a")).toHaveCount(0);`), errors },
      { code: inside(`await ${button}.click(); await expect(page).not.toHaveURL("/a");`), errors },
      { code: inside(`await ${button}.click(); await page.goto("/espace");`), errors },
      { code: inside(`await ${button}.last().dblclick(); const [row] = await database();`), errors },
      { code: inside(`await ${button}.click(); await page.getByLabel("Nom").fill("a");`), errors },
      { code: inside(`await page.keyboard.press("Enter"); await page.goto("/");`), errors },
      { code: inside(`await ${button}.click();`), errors },
      { code: inside(`if (page) { await ${button}.click(); } await expect(page).toHaveURL("/");`), errors },
    ],
  });
});
