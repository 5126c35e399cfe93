import { randomBytes } from "node:crypto";
import { database, expect, people } from "../fixtures";
import { test } from "./test";
import { textOf } from "./visitor";

const portalOnly = ["Démarches", "Tâches", "Réglages"];
const own = ["Services", "Agents", "Courriels", "Journal"];

test("the CCAS has its own administrator, who runs its services and agents, and finds nothing of the town", async ({
  arrive,
}) => {
  const word = randomBytes(4).toString("hex");
  const email = `ccas.${word}@belleval.example`;
  const portal = await arrive(people.admin);

  await test.step("the portal’s administrator says of which organisation", async () => {
    await portal.open("/admin/agents/inviter");
    portal.fill({ "Courriel professionnel": email, "Prénom et nom": "Ada Testard" });
    portal.check(/^Administrateur d’un organisme\s: CCAS de Belleval/).check(/^Service état civil/);
    await portal.press("Envoyer l’invitation");
    expect(portal.words).toContain("L’administrateur d’un organisme ne suit que les services de cet organisme");
    await portal.open("/admin/agents/inviter");
    portal.fill({ "Courriel professionnel": email, "Prénom et nom": "Ada Testard" });
    portal.check(/^Administrateur d’un organisme\s: CCAS de Belleval/);
    await portal.press("Envoyer l’invitation");
    expect(portal.words).toContain("L’invitation est envoyée.");
    expect(portal.words).toContain("Administrateur, CCAS de Belleval");
    await portal.open("/admin/agents");
    const row = portal.main
      .getAllByRole("row")
      .map(textOf)
      .find((text) => text.includes(email));
    expect(row).toContain("Administrateur, CCAS de Belleval");
  });
  // How an invitation is answered is agents.spec's.
  await database()`update agents set is_active = true, activated_at = now() where email = ${email}`;
  const ccas = await arrive(email);

  await test.step("they see what is theirs, and the pages of the portal lead them home", async () => {
    await ccas.open("/admin");
    for (const label of own) expect(ccas.all.getAllByRole("link", { name: label }).length).toBeGreaterThan(0);
    for (const label of portalOnly) expect(ccas.all.queryByRole("link", { name: label })).toBeNull();
    for (const path of ["/admin/reglages", "/admin/reglages/sauvegarde", "/admin/taches", "/admin/demarches"]) {
      await ccas.open(path);
      expect(ccas.address, path).toBe("/admin");
    }
    const [town] = await database()<{ id: string }[]>`select id from services where slug = 'etat-civil'`;
    await ccas.open(`/admin/services/${town?.id ?? ""}`);
    expect(ccas.status).toBe(404);
  });

  await test.step("they open a service, invite into it, and are offered neither the portal nor the town", async () => {
    await ccas.open("/admin/services");
    expect(ccas.words).toContain("CCAS de Belleval");
    expect(ccas.words).not.toContain("Service état civil");
    await ccas.follow("Créer un service");
    ccas.fill({
      Nom: `Service ${word}`,
      "Adresse postale": "4 rue de la Fraternité",
      Téléphone: "01 99 00 00 31",
      Courriel: `service.${word}@belleval.example`,
    });
    await ccas.press("Créer le service");
    expect(ccas.title).toContain(`Service ${word}`);

    await ccas.open("/admin/agents/inviter");
    expect(ccas.words).not.toContain("Administrateur de tout le portail");
    expect(ccas.words).not.toContain("Ville de Belleval");
    ccas.fill({ "Courriel professionnel": `agent.${word}@belleval.example`, "Prénom et nom": "Bob Testard" });
    ccas.check(new RegExp(`^Service ${word}`));
    await ccas.press("Envoyer l’invitation");
    expect(ccas.words).toContain("L’invitation est envoyée.");
    await ccas.open("/admin/agents");
    expect(ccas.words).toContain(`agent.${word}@belleval.example`);
    expect(ccas.words).not.toContain(people.registrar);
  });

  await test.step("the journal tells what they did, and nothing of the others", async () => {
    await ccas.open("/admin/journal");
    const [, ...lines] = ccas.main.getAllByRole("row").map(textOf);
    expect(lines.some((line) => line.includes("Ada Testard") && line.includes(`Service ${word}`))).toBe(true);
    expect(lines.filter((line) => /état civil|scolarité|Réglage|Demande /.test(line))).toEqual([]);
  });

  await test.step("the portal’s administrator takes the access away: the next page asks who they are", async () => {
    await portal.open("/admin/agents");
    await portal.follow("Ada Testard");
    await portal.follow("Retirer l’accès");
    await portal.press("Retirer l’accès");
    expect(portal.words).toContain("L’accès est retiré.");
    await ccas.open("/admin/services");
    expect(ccas.address).toMatch(/^\/admin\/connexion/);
  });
});
