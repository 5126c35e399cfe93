import { tmpdir } from "node:os";
import { join } from "node:path";

/** The settings that every test starts from; a test may set its own. The keys are worth nothing. */
Object.assign(process.env, {
  APP_URL: "http://localhost:3000",
  MASTER_KEY: "A".repeat(43),
  SESSION_SECRET: "B".repeat(43),
  CRON_SECRET: "C".repeat(43),
  MAIL_DRIVER: "mailbox",
  STORAGE_DRIVER: "folder",
  CAPTCHA_DRIVER: "self-hosted",
  LOG_LEVEL: "silent",
  // A test says what becomes true, not how fast: beside others on two cores, what takes milliseconds may take seconds.
  DATABASE_STATEMENT_MS: "20000",
  DATABASE_CONNECT_SECONDS: "60",
  TZ: "UTC",
});
process.env.DATABASE_URL ??= "postgres://nobody@127.0.0.1:1/none";

process.env.PARVIS_DATA_DIR = join(tmpdir(), "parvis-test", String(process.pid));
