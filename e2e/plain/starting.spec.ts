import { database, expect, people } from "../fixtures";
import { begin } from "./filing";
import { test } from "./test";
import { textOf } from "./visitor";

test("F1 F132: a démarche that asks no account begins in one press, one that asks it says so and leads to it", async ({
  arrive,
}) => {
  const visitor = await arrive();
  await (await visitor.open("/")).follow("Démarches");
  const cards = visitor.main.getAllByRole("listitem").map(textOf);
  const locked = cards.filter((card) => card.includes("Compte nécessaire"));
  const free = cards.find((card) => card.includes("Signaler un problème dans la rue"));
  expect(locked.length).toBeGreaterThan(0);
  expect(free).toBeDefined();
  expect(free).not.toContain("Compte nécessaire");
  expect(await begin(visitor, "signalement-voirie")).toMatch(/^[0-9a-f-]{36}$/);

  await visitor.open("/demarches/livret-de-famille");
  expect(visitor.main.queryByRole("button", { name: "Commencer" })).toBeNull();
  await visitor.press("Se connecter pour commencer");
  expect(visitor.title).toBe("Se connecter");
});

test("F78 F89: the tiles of the themes, and « Nouvelle démarche », lead to démarches", async ({ arrive }) => {
  const visitor = await arrive(people.citizen);
  await visitor.open("/");
  const themes = await database()<{ name: string }[]>`
    select name from themes where exists (select 1 from demarches d where d.theme_id = themes.id and d.is_published)`;
  expect(themes.length).toBeGreaterThanOrEqual(5);
  for (const { name } of themes) {
    await visitor.open("/");
    await visitor.follow(new RegExp(`^${name}`));
    expect(visitor.main.getAllByRole("heading", { name }).length, name).toBeGreaterThan(0);
    expect(visitor.main.getAllByRole("listitem").length, name).toBeGreaterThan(0);
  }
  await visitor.open("/espace");
  await visitor.follow(/^Nouvelle démarche/);
  expect(visitor.address).toBe("/demarches");
});

test("F77: each tile of the dashboard opens a page of that name", async ({ arrive }) => {
  const visitor = await arrive(people.citizen);
  await visitor.open("/espace");
  const tiles = visitor.main
    .getAllByRole("heading", { level: 2 })
    .flatMap((heading) => [...heading.querySelectorAll("a")]);
  expect(tiles.map(textOf)).toEqual([
    "Nouvelle démarche",
    "Mes demandes",
    "Mes brouillons",
    "Échanges à lire",
    "Mes notifications",
    "Mon porte-documents",
    "Mes relations",
    "Coordonnées",
    "Gestion du compte",
  ]);
  for (const tile of tiles) {
    await visitor.open(tile.getAttribute("href") ?? "");
    expect(visitor.status, textOf(tile)).toBe(200);
    expect(visitor.title.length).toBeGreaterThan(0);
  }
});

test("F131: the démarches are in the menu of every page, and on the home page", async ({ arrive }) => {
  const visitor = await arrive();
  for (const path of ["/", "/aide", "/suivi", "/connexion", "/demarches/livret-de-famille"]) {
    await visitor.open(path);
    const menu = visitor.all.getByRole("navigation", { name: "Menu principal" });
    expect(menu.querySelector('a[href="/demarches"]'), path).not.toBeNull();
  }
  await visitor.open("/");
  expect(visitor.main.getAllByRole("link", { name: /acte de naissance/ }).length).toBeGreaterThan(0);
});

test("F59: a form says whether everything is asked, and marks what is not", async ({ arrive }) => {
  const visitor = await arrive();
  for (const path of ["/inscription", "/connexion", "/suivi"]) {
    await visitor.open(path);
    expect(visitor.words, path).toMatch(/Tous les champs sont obligatoires/);
    expect(visitor.words, path).not.toContain("(facultatif)");
  }
  const id = await begin(visitor, "signalement-voirie");
  await visitor.open(`/demandes/${id}/informations`);
  expect(visitor.words).toMatch(/obligatoires,? sauf/);
  expect(visitor.words).toContain("(facultatif)");
});
