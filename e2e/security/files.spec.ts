import { commence, draftId, smallPdf } from "../citizen/steps";
import { expect, test } from "../fixtures";

/** A script in a compressed stream of objects would need bytes here; in clear it is the same to who reads the structure. */
const scripted = pdf(
  "1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R>>endobj",
  "4 0 obj<</S/JavaScript/JS(app.alert\\(1\\))>>%stream\nendobj",
);
/** Lists that nothing ends, each looked for again to the end of the file: hours of work. */
const endless = Buffer.from(`%PDF-1.7\n${`1 0 obj\n${"[".repeat(3_000)}\n`.repeat(300)}`);
const padded = Buffer.concat([Buffer.from("\r\n"), smallPdf().buffer, Buffer.alloc(3_000)]);

function pdf(...objects: string[]): Buffer {
  const pages =
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj";
  return Buffer.from(`%PDF-1.4\n${objects.join("\n")}\n${pages}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
}

test("Q23 Q24: a hostile file is refused in words, and what comes next is served", async ({ page }) => {
  await page.goto("/demarches/signalement-voirie");
  await commence(page);
  await page.goto(`/demandes/${draftId(page)}/demande/documents`);
  const input = page.getByLabel(/Choisir des fichiers sur votre appareil/);
  const send = (name: string, buffer: Buffer) => input.setInputFiles({ name, mimeType: "application/pdf", buffer });

  await send("script.pdf", scripted);
  await expect(page.getByText(/Ce PDF contient autre chose que des pages/)).toBeVisible();

  await send("sans-fin.pdf", endless);
  // The second on a machine so busy that the reader was asleep most of its time.
  await expect(page.getByText(/trop compliqué pour être lu|Beaucoup de fichiers arrivent/)).toBeVisible({
    timeout: 30_000,
  });
  expect((await page.request.get("/api/sante")).status()).toBe(200);

  await send("lettre.pdf", padded);
  await expect(page.getByRole("link", { name: "lettre.pdf" })).toBeVisible();
});
