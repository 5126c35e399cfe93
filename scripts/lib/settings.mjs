import { existsSync } from "node:fs";
import { messageOf } from "./errors.mjs";
import { dataDir, inRoot } from "./paths.mjs";
import { Refusal } from "./say.mjs";
import { actionsKey, knownSecrets, readSecrets } from "./secrets.mjs";

/** Reads `.env` at the root: it fills what the shell did not set. */
export function loadDotEnv() {
  const file = inRoot(".env");
  if (!existsSync(file)) return;
  try {
    process.loadEnvFile(file);
  } catch (error) {
    throw new Refusal(`Le fichier .env est illisible : ${messageOf(error)}`);
  }
}

/** The port of the site, from `PORT`. */
export function chosenPort() {
  const text = process.env.PORT || "3000";
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Refusal(`PORT vaut « ${text} » : il doit être un nombre de 1 à 65535.`);
}

/** Address that the site listens on: this machine only, unless `HOST` opens it. */
export const chosenHost = () => process.env.HOST || "127.0.0.1";

/** Without DATABASE_URL everything is embedded: database, secrets, drivers, demonstration. */
export const isEmbedded = () => !process.env.DATABASE_URL;

/**
 * The environment of our processes: what the operator gave, then, for an embedded installation only, drivers chosen by name and
 * secrets made once. With a DATABASE_URL nothing is invented: a missing setting stops the start.
 * @param {{mode: NodeJS.ProcessEnv["NODE_ENV"], port: number | string, databaseUrl: string}} chosen
 * @returns {NodeJS.ProcessEnv}
 */
export function buildEnvironment({ mode, port, databaseUrl }) {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const always = {
    PORT: String(port),
    APP_URL: `http://localhost:${port}`,
    PARVIS_DATA_DIR: dataDir(),
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const embedded = isEmbedded() ? embeddedDefaults(given) : {};
  const own = { PARVIS_DATA_DIR: dataDir(), DATABASE_URL: databaseUrl, NODE_ENV: mode };
  return withActionsKey({ ...always, ...embedded, ...given, ...own });
}

/**
 * The environment with the key of the actions, drawn from the installation's own secret unless the operator gives one.
 * @param {NodeJS.ProcessEnv} env
 */
export function withActionsKey(env) {
  const secret = env.SESSION_SECRET || (isEmbedded() ? knownSecrets().SESSION_SECRET : undefined);
  if (env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || !secret) return env;
  return { ...env, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey(secret) };
}

/** @param {Record<string, string | undefined>} given */
function embeddedDefaults(given) {
  const { POSTGRES_PASSWORD: _kept, DEMO_PASSWORD, ...secrets } = readSecrets();
  const mail = given.SMTP_URL || given.RESEND_API_KEY ? {} : { MAIL_DRIVER: "mailbox" };
  const storage = given.S3_BUCKET || given.UPLOADTHING_TOKEN ? {} : { STORAGE_DRIVER: "folder" };
  const captcha = given.HCAPTCHA_SITE_KEY ? {} : { CAPTCHA_DRIVER: "self-hosted" };
  // Asked for by name, with a real mail driver too, it has its accounts: their password is said at the start.
  const isDemo = given.PARVIS_DEMO ? given.PARVIS_DEMO === "1" : mail.MAIL_DRIVER !== undefined;
  const demonstration = isDemo ? { PARVIS_DEMO: "1", DEMO_PASSWORD } : {};
  return { ...secrets, ...mail, ...storage, ...captcha, ...demonstration };
}
