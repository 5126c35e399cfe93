import { bold, green } from "./say.mjs";

/**
 * The last thing that a start prints: where the portal is, and who may sign in to try it.
 * @param {number} port
 * @param {NodeJS.ProcessEnv} environment
 */
export function announce(port, { APP_URL, PARVIS_DEMO, DEMO_PASSWORD, MAIL_DRIVER }) {
  const lines = ["", `${green("✓")} ${bold("Parvis est prêt :")} ${bold(`http://localhost:${port}`)}`];
  if (APP_URL !== `http://localhost:${port}`) lines.push(`  Adresse publique : ${APP_URL}`);
  if (MAIL_DRIVER === "mailbox") lines.push(`  Courriels envoyés : http://localhost:${port}/courrier`);
  // Without a password nobody was seeded: there is no account to tell of.
  if (PARVIS_DEMO === "1" && DEMO_PASSWORD) lines.push(...demonstration(port, DEMO_PASSWORD));
  lines.push("  Ctrl-C arrête tout.", "");
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** @type {(port: number, password: string) => string[]} */
const demonstration = (port, password) => [
  "",
  `  Comptes de démonstration, mot de passe ${bold(password)} :`,
  "    citoyenne@example.org                    une citoyenne, son foyer, ses pièces, ses demandes",
  "    voisin@example.org                       un autre citoyen",
  `  Espace agents : http://localhost:${port}/admin/connexion`,
  "    agent.etat-civil@belleval.example        service état civil",
  "    agent.scolarite@belleval.example         service scolarité",
  "    admin@belleval.example                   administration du portail",
  "",
];
