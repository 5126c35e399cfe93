import postgres from "postgres";
import { abandonPools } from "./database";
import { env } from "./env";
import { logger } from "./logger";

/** How often a small thing is asked, and how long an answer may take before Postgres is believed silent, in milliseconds. */
type Pace = { every: number; patience: number };
const every = 2_500;
/** Above the longest statement of a page, which Postgres itself ends. */
const margin = 7_500;

/**
 * Where Postgres froze, or the network lost the connections without saying so (a machine replaced by another), what was sent waits
 * for an answer a quarter of an hour, and every page with it. For a process that lasts, until it ends: asks a small thing on a
 * connection of its own, and when no answer comes gives up all that waits, which is told that the database is away. What comes next
 * opens new connections.
 */
export function watchForSilence(): void {
  const { DATABASE_URL: url, DATABASE_STATEMENT_MS: longest } = env();
  listen(url, { every, patience: longest + margin }, () => {
    logger().error({ event: "database.silent" });
    abandonPools();
    watchForSilence();
  });
}

/** Calls `onSilence` once, and stops, when what was asked stays unanswered. Gives what stops it. */
export function listen(url: string, { every, patience }: Pace, onSilence: () => void): () => void {
  const connection = { application_name: "parvis-beat" };
  const client = postgres(url, {
    max: 1,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => undefined,
    connection,
  });
  let waited: number | null = null;
  let last = performance.now();
  const ask = () => {
    waited = 0;
    // A refusal is an answer too: whoever asks for something is told the same.
    const settle = () => void (waited = null);
    client`select 1`.then(settle, settle);
  };
  const timer = setInterval(() => {
    const passed = performance.now() - last;
    last += passed;
    if (waited === null) return ask();
    // This process slept itself: what has come meanwhile is not read yet.
    if (passed < 2 * every) waited += passed;
    if (waited < patience) return;
    stop();
    onSilence();
  }, every);
  const stop = () => {
    clearInterval(timer);
    void client.end({ timeout: 0 });
  };
  timer.unref();
  return stop;
}
