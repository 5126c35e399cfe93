import { expect, test } from "../fixtures";
import { routeTable } from "./route-table";

/** Pages that only a letter, a form or the page before leads to: alone, they say nothing. */
const steps = [
  "/compte/recuperation",
  "/compte/supprime",
  "/compte/supprimer",
  "/connexion/ouvrir",
  "/courriel/confirmer",
  "/courriel/retablir",
  "/courrier",
  "/deconnexion",
  "/inscription/confirmation",
  "/inscription/courriel-envoye",
  "/inscription/finaliser",
  "/mot-de-passe/nouveau",
  "/quitter/termine",
  "/suivi/courriel-envoye",
  "/suivi/ouvrir",
];

test("the site map leads to every page with a fixed address that a visitor or a citizen may open", async ({ page }) => {
  const pages = Object.entries(routeTable)
    .filter(([path, { anonymous, owner }]) => path.startsWith("/") && (anonymous === "200" || owner === "200"))
    .map(([path]) => path)
    .filter((path) => !path.includes("[") && !path.startsWith("/admin") && path !== "/plan-du-site");
  await page.goto("/plan-du-site");
  const links = page.getByRole("main").getByRole("region").getByRole("link");
  const shown = await links.evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  expect([...shown, ...steps].sort()).toEqual(pages.sort());
});
