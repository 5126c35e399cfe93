import { expect, people, test } from "../fixtures";
import { fileBirthCertificate } from "./filing";
test("explore", async ({ page, signIn }) => {
  await signIn(people.citizen);
  try { console.log(await fileBirthCertificate(page, 2)); } catch (e) { console.log(page.url()); console.log(await page.getByRole("main").ariaSnapshot()); throw e; }
});
