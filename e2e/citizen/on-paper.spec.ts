import { fileBirthCertificate } from "../agent/filing";
import { expect, expectAccessible, people, readMail, test } from "../fixtures";
import { openAs } from "../gestures";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";
  test(`F43: what is promised on paper is said again with where and until when, and the answer has one promise${how}`, async ({
    browser,
    baseURL,
  }) => {
    test.slow();
    const page = await openAs(people.citizen, { browser, baseURL, javaScriptEnabled });
    const number = await fileBirthCertificate(page, 1);
    const papers = page.getByRole("region", { name: "À remettre sur papier" });
    const promise = page.getByText(/Nous nous engageons à vous répondre le .* au plus tard \(10.jours\)/);

    await test.step("on the confirmation", async () => {
      await expect(papers).toContainText("Preuve de votre lien avec la personne");
      await expect(papers).toContainText(/Apportez ou envoyez cette pièce le .* 20\d\d au plus tard.*état civil/);
      await expect(promise).toBeVisible();
      await expect(page.getByText("votre demande sera rejetée")).toBeHidden();
      if (javaScriptEnabled) await expectAccessible(page);
    });

    await test.step("on the page of the demande, and in its tab « Pièces »", async () => {
      await page.goto(`/espace/demandes/${number}/historique`);
      await expect(promise).toBeVisible();
      await page.getByText("Si vous n’avez pas de réponse").click();
      await expect(page.getByText(/est la date que fixe la loi/)).toBeVisible();
      await page.goto(`/espace/demandes/${number}/pieces`);
      await expect(papers).toContainText("Preuve de votre lien avec la personne");
      if (javaScriptEnabled) await expectAccessible(page);
    });

    await test.step("in the letter, the law last", async () => {
      const { text } = await readMail(page, people.citizen, number);
      expect(text).toContain("Vous avez choisi de remettre sur papier");
      expect(text).toContain("– Preuve de votre lien avec la personne");
      expect(text.indexOf("Nous nous engageons")).toBeLessThan(text.indexOf("décision implicite de rejet"));
      expect(text.indexOf("/historique")).toBeLessThan(text.indexOf("décision implicite de rejet"));
    });
    await page.context().close();
  });
}
