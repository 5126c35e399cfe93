import { expect, test } from "./fixtures";

/** The engine that looks beside every journey (fixtures.ts) is not blind: three faults, in a state that one press makes and another ends. */
test("a fault of any state that a journey meets is found: without a name, without alternative, unreadable in the dark", async ({
  page,
  secondEngine,
}) => {
  await page.goto("/contact");
  expect(await secondEngine.findings([page])).toEqual([]);
  await page.evaluate(() => {
    const faulty = document.createElement("section");
    faulty.innerHTML = '<button type="button"></button><img src="/logo.svg"><p>Horaires d’été</p>';
    faulty.style.color = "#1c2422";
    document.querySelector("main")?.append(faulty);
    faulty.addEventListener("click", () => faulty.replaceWith("C’est réparé."));
  });
  await page.getByText("Horaires d’été").click();
  await expect(page.getByText("C’est réparé.")).toBeVisible();
  const found = await secondEngine.findings([page]);
  expect(found).toContainEqual(expect.stringMatching(/^\/contact \(light\) sia-r12: .*<button/));
  expect(found).toContainEqual(expect.stringMatching(/^\/contact \(light\) sia-r2: .*<img/));
  expect(found).toContainEqual(expect.stringMatching(/^\/contact \(dark\) sia-r69: /));
  expect(found).not.toContainEqual(expect.stringMatching(/^\/contact \(light\) sia-r69: /));
});
