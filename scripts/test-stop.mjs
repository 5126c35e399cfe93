import { inData } from "./lib/paths.mjs";
import { ensurePostgres } from "./lib/postgres.mjs";
import { main, say } from "./lib/say.mjs";

/** Stops the Postgres that database tests leave running between two runs. */
await main(async () => {
  const { stop } = await ensurePostgres({ home: inData("test"), durable: false });
  await stop();
  say("Le Postgres des tests est arrêté.");
  process.exit(0);
});
