import { checkSettings, migrate, seed, withDatabase } from "./lib/prepare.mjs";
import { main, Refusal, say } from "./lib/say.mjs";
import { isEmbedded, loadDotEnv } from "./lib/settings.mjs";

/** Empties the embedded database of a developer and fills it again. Never touches a database given by DATABASE_URL. */
await main(async () => {
  loadDotEnv();
  if (!isEmbedded())
    throw new Refusal("db:reset n’efface que la base embarquée : DATABASE_URL est donnée, rien n’a été effacé.");
  await withDatabase(async ({ url, environment }) => {
    await checkSettings(environment);
    await recreate(url);
    await migrate(url);
    await seed(environment);
  });
  say("La base est neuve.");
  process.exit(0);
});

/** @param {string} url */
async function recreate(url) {
  const { default: postgres } = await import("postgres");
  const sql = postgres(url.replace(/\/[^/]*$/, "/postgres"), { max: 1, onnotice: () => undefined });
  await sql`drop database if exists parvis with (force)`;
  await sql`create database parvis`;
  await sql.end();
}
