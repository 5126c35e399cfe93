import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { simpleParser } from "mailparser";
import postgres from "postgres";
import { SMTPServer } from "smtp-server";
import { readPortal, startPortal } from "@/scripts/lib/portal.mjs";

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
  const portal = await startPortal(home, {
    settings: {
      PARVIS_DEMO: "0",
      SMTP_URL: mail.url,
      MAIL_FROM: "Démarches de Clairac <ne-pas-repondre@clairac.test>",
      FIRST_ADMIN_EMAIL: administrator,
    },
  });
  const stop = async () => {
    await portal.stop();
    await mail.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  };
  if (!portal.isReady) {
    await stop();
    throw new Error(`the empty portal does not start:\n${portal.output()}`);
  }
  return {
    site: portal.site,
    stop,
    letterTo: mail.letterTo,
    inDatabase: <T>(work: (sql: postgres.Sql) => Promise<T>) => withDatabase(readPortal(home).databaseUrl, work),
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

async function withDatabase<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
