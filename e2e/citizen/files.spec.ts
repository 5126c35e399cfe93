import { expect, expectAccessible, test } from "../fixtures";
import { expectDone, press } from "../gestures";
import { commence, draftId, smallPdf } from "./steps";

/** The first bytes of what a word processor writes: a ZIP that begins by the list of its parts. */
const part = "[Content_Types].xml";
const header = Buffer.alloc(30);
header.write("PK\u0003\u0004", "latin1");
header.writeUInt16LE(part.length, 26);
const letter = {
  name: "courrier.docx",
  mimeType: "application/octet-stream",
  buffer: Buffer.concat([header, Buffer.from(part), Buffer.alloc(100)]),
};

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("F97: of five files with one bad each has its own outcome, which stays on the page", async ({ page }) => {
      await page.goto("/demarches/signalement-voirie");
      await commence(page);
      await page.goto(`/demandes/${draftId(page)}/demande/documents`);
      const photos = page.getByRole("region", { name: /^Photos/ });
      const control = photos.getByLabel("Choisir des fichiers sur votre appareil");
      const add = photos.getByRole("button", { name: /^Ajouter/ });

      if (javaScriptEnabled) {
        await expect(add, "what is chosen leaves by itself").toHaveCount(0);
      } else {
        await add.click();
        await expect(page).toHaveTitle(/^Erreur\u00a0: Vos documents/);
        await expect(photos.getByText("Choisissez un fichier.")).toBeVisible();
      }

      const good = ["1.pdf", "2.pdf", "3.pdf", "4.pdf"];
      await control.setInputFiles([letter, ...good.map(smallPdf)]);
      if (!javaScriptEnabled) await add.click();
      for (const name of good.slice(0, 3)) await expect(photos.getByRole("link", { name })).toBeVisible();
      await expect(control, "the document is full").toHaveCount(0);
      await expect(
        photos.getByText(/^Erreur\u00a0: courrier\.docx n’est pas joint\. .* enregistrez-le en PDF/),
      ).toBeVisible();
      await expect(photos.getByText(/^Erreur\u00a0: 4\.pdf n’est pas joint\. 3\u00a0fichiers au plus/)).toBeVisible();
      await expect(photos.getByText("2.pdf est joint.")).toBeVisible();
      await expect(page).toHaveTitle(/^Erreur\u00a0: Vos documents/);
      if (javaScriptEnabled) await expectAccessible(page);

      await photos.getByRole("button", { name: "Supprimer le fichier 2.pdf" }).click();
      await expectDone(page, /2\.pdf.* est supprimé\. Il était joint à /);
      await expect(photos, "the focus is where the file was").toBeFocused();
      await expect(photos.getByText("2.pdf est joint.")).toHaveCount(0);
      await expect(control).toBeVisible();

      const reason = photos.getByText(/courrier\.docx n’est pas joint\./);
      await expect(reason, "no act hides what was said of the other files").toBeVisible();
      await expect(photos.getByText("3.pdf est joint.")).toBeVisible();
      await expect(page, "it is no news").toHaveTitle(/^Vos documents/);
      await expect(page.getByRole("alert").filter({ hasText: "courrier.docx" }), "nor said again").toHaveCount(0);
      if (!javaScriptEnabled) {
        await add.click();
        await expect(photos.getByText("Choisissez un fichier.")).toBeVisible();
        await expect(photos.getByText("1.pdf est joint.")).toBeVisible();
      }
      for (const name of ["1.pdf", "3.pdf"]) {
        await press(photos.getByRole("button", { name: `Supprimer le fichier ${name}` }));
        await expect(photos.getByRole("link", { name })).toHaveCount(0);
      }
      await photos.getByRole("button", { name: /^Je fournirai ce document sur papier/ }).click();
      await expect(photos.getByText("Vous fournirez ce document sur papier.")).toBeVisible();
      await expect(reason, "nor does paper").toBeVisible();
      await page.goto(`/demandes/${draftId(page)}/demande/documents`);
      await expect(reason, "who leaves and comes back reads the page as new").toHaveCount(0);
    });
  });
}
