import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startStandIn, type StandInPerson } from "@/db/test/franceconnect-stand-in";
import { readPortal } from "@/scripts/lib/portal.mjs";
import { freePort } from "@/scripts/lib/ports.mjs";

/**
 * The portal already built, on a second port and the same database, with FranceConnect set: the journeys' own server has none.
 * Its letters leave by the worker of the first.
 */
export async function startConfiguredPortal(people: Readonly<Record<string, StandInPerson>>) {
  const port = await freePort();
  const site = `http://localhost:${port}`;
  const client = { clientId: "portail", clientSecret: "un-secret-assez-long-pour-le-fournisseur" };
  const provider = await startStandIn({
    ...client,
    redirectUri: `${site}/api/auth/franceconnect/retour`,
    postLogoutRedirectUri: `${site}/api/auth/franceconnect/deconnecte`,
    people,
  });
  const next = [resolve("node_modules/next/dist/bin/next"), "start", "--port", String(port), "--hostname", "127.0.0.1"];
  const child = spawn(process.execPath, next, {
    env: {
      ...settings(),
      APP_URL: site,
      FRANCECONNECT_ISSUER: provider.issuer,
      FRANCECONNECT_CLIENT_ID: client.clientId,
      FRANCECONNECT_CLIENT_SECRET: client.clientSecret,
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
  await untilAnswers(`${site}/api/sante`, () => child.exitCode === null);
  const stop = async () => {
    const isOver = once(child, "exit");
    child.kill("SIGTERM");
    await Promise.all([isOver, provider.stop()]);
  };
  return { site, provider, stop };
}

export type ConfiguredPortal = Awaited<ReturnType<typeof startConfiguredPortal>>;

/** Those of the server already running, whose data folder holds them. */
function settings(): NodeJS.ProcessEnv {
  const folder = process.env.PARVIS_DATA_DIR ?? ".data";
  const { secrets, databaseUrl } = readPortal(folder);
  return {
    ...process.env,
    ...secrets,
    NODE_ENV: "production",
    DATABASE_URL: process.env.DATABASE_URL ?? databaseUrl,
    DATABASE_POOL: "4",
    PARVIS_DATA_DIR: resolve(folder),
    MAIL_DRIVER: "mailbox",
    STORAGE_DRIVER: "folder",
    CAPTCHA_DRIVER: "self-hosted",
    PARVIS_DEMO: "1",
    TRUST_PROXY: "1",
    LOG_LEVEL: "warn",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

async function untilAnswers(address: string, isAlive: () => boolean): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end && isAlive(); await sleep(100)) {
    const reply = await fetch(address).catch(() => null);
    if (reply?.ok) return;
  }
  throw new Error("the configured portal does not start: is the site built (npm start)?");
}
