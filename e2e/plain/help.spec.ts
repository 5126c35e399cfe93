import { expect } from "../fixtures";
import { test } from "./test";
import { named, textOf } from "./visitor";

test("F22: four rubrics of questions, each with its answer and the way back", async ({ arrive }) => {
  const visitor = await arrive();
  await (await visitor.open("/")).follow("Aide");
  const summary = visitor.main.getByRole("navigation", { name: "Sommaire des questions" });
  expect([...summary.querySelectorAll("h2")].map(textOf)).toEqual([
    "Gestion de mon compte",
    "Sécurité",
    "Les démarches",
    "Avancement et échanges avec la mairie",
  ]);
  const questions = [...summary.querySelectorAll("a")];
  expect(questions.length).toBeGreaterThanOrEqual(16);
  for (const question of questions) {
    const answer = visitor.main.getByRole("article", { name: named(textOf(question)) });
    expect(answer.querySelector("h3")?.id, "its link leads to it").toBe(question.getAttribute("href")?.slice(1));
    expect(textOf(answer).length, textOf(question)).toBeGreaterThan(120);
    expect(answer.querySelector('a[href="#sommaire"]')).not.toBeNull();
  }
});

test("F34 F40 F41: why no secret question is asked, how data are protected, to whom they go", async ({ arrive }) => {
  const visitor = await arrive();
  await visitor.open("/aide");
  const answer = (question: string) => textOf(visitor.main.getByRole("article", { name: named(question) }));
  expect(answer("Que faire si j’ai perdu mon mot de passe ?")).toContain("Le lien remplace la question secrète");
  expect(answer("Comment mes informations sont-elles protégées ?")).toContain("C’est une priorité");
  expect(answer("À qui mes informations sont-elles transmises ?")).toContain(
    "Au seul service qui traite votre demande",
  );
});

test("F139: every cookie that a visit leaves stands in the page that explains them", async ({ arrive }) => {
  const visitor = await arrive();
  await visitor.open("/demarches/signalement-voirie");
  await visitor.press("Commencer");
  await visitor.follow("Cookies");
  const [, ...rows] = visitor.main.getAllByRole("row").map(textOf);
  const left = await visitor.cookies();
  expect(left.length).toBeGreaterThan(0);
  for (const name of left)
    expect(
      rows.filter((row) => row.includes(name.replace("__Host-", ""))),
      name,
    ).toHaveLength(1);
  expect(visitor.words).toContain("Tous sont nécessaires à son fonctionnement");
});

test("F8 F140: from the form itself, what becomes of the data, and one’s rights over them", async ({ arrive }) => {
  const visitor = await arrive();
  await visitor.open("/demarches/signalement-voirie");
  expect(visitor.words).toContain("Vos données personnelles");
  await visitor.press("Commencer");
  expect(visitor.words).toContain("Ce que deviennent vos données");
  await visitor.follow("Continuer");
  expect(visitor.title).toBe("Mes informations");
  await visitor.follow("Données personnelles");
  for (const right of ["Accéder à vos données", "Les corriger", "Les effacer", "CNIL"])
    expect(visitor.words).toContain(right);
});
