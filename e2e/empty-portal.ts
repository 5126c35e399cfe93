import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { simpleParser } from "mailparser";
import postgres from "postgres";
import { SMTPServer } from "smtp-server";
import { freePort } from "@/scripts/lib/ports.mjs";

export type Arrived = { to: string; subject: string; text: string };

/**
 * The portal that a town starts, as it starts it: `npm start` with PARVIS_DEMO=0, an empty folder, its own mail server and the address of
 * its first administrator. Nothing is seeded, and letters are read where they arrive.
 */
export async function startEmptyPortal(administrator: string) {
  const home = mkdtempSync(join(tmpdir(), "parvis-ville-"));
  // Where root runs the journeys, its Postgres runs as somebody else, who must pass through.
  chmodSync(home, 0o711);
  const mail = await startMailServer();
  const port = await freePort();
  const site = `http://localhost:${port}`;
  const child = spawn(process.execPath, [resolve("scripts/start.mjs")], {
    env: {
      ...process.env,
      DATABASE_URL: "",
      PARVIS_DATA_DIR: home,
      PORT: String(port),
      APP_URL: site,
      LOG_LEVEL: "warn",
      TRUST_PROXY: "1",
      CAPTCHA_MAX_NUMBER: "2000",
      PARVIS_DEMO: "0",
      SMTP_URL: mail.url,
      MAIL_FROM: "Démarches de Clairac <ne-pas-repondre@clairac.test>",
      FIRST_ADMIN_EMAIL: administrator,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => void (output += text));
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    if (!isOver()) {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    }
    await mail.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  };
  while (!isOver() && !output.includes("Parvis est prêt")) await sleep(100);
  if (isOver()) {
    await stop();
    throw new Error(`the empty portal does not start:\n${output}`);
  }
  return {
    site,
    stop,
    letterTo: mail.letterTo,
    inDatabase: <T>(work: (sql: postgres.Sql) => Promise<T>) => withDatabase(home, work),
  };
}

export type EmptyPortal = Awaited<ReturnType<typeof startEmptyPortal>>;

/** A mail server of the town's: it takes every letter, and keeps them. */
async function startMailServer() {
  const letters: Arrived[] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    onData: (stream, { envelope }, done) => {
      simpleParser(stream).then(({ subject = "", text = "" }) => {
        letters.push(...envelope.rcptTo.map(({ address }) => ({ to: address, subject, text })));
        done();
      }, done);
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("the mail server has no port");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    /** The newest one whose subject has these words, once it is there. */
    letterTo: async (to: string, subject: string): Promise<Arrived> => {
      for (const end = Date.now() + 60_000; Date.now() < end; await sleep(100)) {
        const found = letters.findLast((one) => one.to === to && one.subject.includes(subject));
        if (found) return found;
      }
      throw new Error(`no letter « ${subject} »; there are: ${letters.map((one) => one.subject).join(", ")}`);
    },
    stop: () => new Promise<void>((ended) => server.close(() => ended())),
  };
}

async function withDatabase<T>(home: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const read = (file: string) => JSON.parse(readFileSync(join(home, file), "utf8")) as Record<string, string>;
  const url = `postgres://parvis:${read("secrets.json").POSTGRES_PASSWORD}@127.0.0.1:${read("postgres.json").port}/parvis`;
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
