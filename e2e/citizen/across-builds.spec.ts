import { randomUUID } from "node:crypto";
import { database, expect, freshEmail, test } from "../fixtures";
import { formOf, send } from "../security/raw-http";
import { somewhere } from "../security/walk";

/**
 * The portal is upgraded while a form is open: its page names actions of a build that is no longer there. Here those names are
 * altered on their way.
 */
const page = "/mot-de-passe-oublie";
const said = "Le portail vient d’être mis à jour pendant que vous remplissiez cette page.";
const olden = (text: string) => text.replace(/("id":")[0-9a-f]{42}/g, `$1${"7f".repeat(21)}`);

/** Asking for a new password writes one row: rows say whether the action ran. */
async function invited() {
  const email = freshEmail("mise-a-jour");
  const id = randomUUID();
  await database()`insert into accounts (id, status, email, created_at) values (${id}, 'invited', ${email}, now())`;
  return {
    email,
    written: async () => (await database()`select 1 from account_tokens where account_id = ${id}`).length,
  };
}

test("a form of another build comes back filled in that of this one, and one press sends it", async ({ site }) => {
  const { email, written } = await invited();
  const form = await formOf(site, page, "identifier");
  const headers = { host: new URL(site).host, origin: site, "content-type": form.type, ...somewhere() };
  const back = await send(site, { method: "POST", path: page, headers, body: olden(form.body({ identifier: email })) });
  expect([back.status, await written()]).toEqual([200, 0]);
  expect(back.text).toContain(said);
  expect(back.text).toContain(`value="${email}"`);
});

test("what the page no longer asks for is given back to be copied, escaped", async ({ site }) => {
  const form = await formOf(site, page, "identifier");
  const headers = { host: new URL(site).host, origin: site, "content-type": form.type, ...somewhere() };
  const fields = { ancien: "du texte <b>", encore: "autre", troisieme: "suite", password: "secret-de-quelqu-un" };
  const back = await send(site, { method: "POST", path: page, headers, body: olden(form.body(fields)) });
  expect(back.status).toBe(409);
  expect(back.text).toContain("Le portail vient d’être mis à jour");
  expect(back.text).toContain("du texte &lt;b&gt;");
  expect(back.text).not.toContain("secret-de-quelqu-un");
});

for (const javaScriptEnabled of [true, false])
  test.describe(`an upgrade in the middle of a form, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("nothing typed is lost, and the next press does it", async ({ page: tab }) => {
      const { email, written } = await invited();
      let posts = 0;
      await tab.route(`**${page}`, (route) => {
        const request = route.request();
        // Only the first press: then the portal has served its own page again.
        if (request.method() !== "POST" || (posts += 1) > 1) return route.continue();
        const headers = { ...request.headers() };
        if (headers["next-action"]) headers["next-action"] = "7f".repeat(21);
        return route.continue({ headers, postData: olden(request.postData() ?? "") });
      });
      await tab.goto(page);
      await tab.getByLabel("Identifiant ou courriel").fill(email);
      await tab.getByRole("button", { name: "Valider" }).last().click();
      await expect(tab.getByText(said)).toBeVisible();
      await expect(tab.getByLabel("Identifiant ou courriel")).toHaveValue(email);
      expect(await written()).toBe(0);
      await tab.getByRole("button", { name: "Valider" }).last().click();
      await expect(tab).toHaveURL(/envoye=oui/);
      expect(await written()).toBe(1);
    });
  });
