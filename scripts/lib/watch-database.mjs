import { isAlive } from "./processes.mjs";
import { restartPlan } from "./restart-policy.mjs";
import { say, sentence } from "./say.mjs";

/**
 * The embedded Postgres is nobody's child once adopted: it is watched by its number, and started again when it dies. While it cannot
 * start (a full disk), the site stays up and says so, and the start is tried again every few seconds.
 * @param {() => {pid: number | null}} current the database that runs now
 * @param {() => Promise<void>} reopen
 * @param {{every?: number, onAlive?: () => void}} [how] `onAlive`: called at each look that finds it alive
 * @returns {() => void} stops watching
 */
export function watchDatabase(current, reopen, { every = 500, onAlive = () => undefined } = {}) {
  let isOver = false;
  let failures = 0;
  let lastSaid = "";
  let timer = setTimeout(() => void look(), every);

  async function look() {
    const { pid } = current();
    const lives = pid !== null && isAlive(pid);
    if (lives) care();
    const wait = lives ? every : await tryToReopen();
    if (!isOver) timer = setTimeout(() => void look(), wait);
  }

  function care() {
    try {
      onAlive();
    } catch (error) {
      saidOnce(sentence(error));
    }
  }

  function saidOnce(/** @type {string} */ reason) {
    if (reason !== lastSaid && !isOver) say(reason);
    lastSaid = reason;
  }

  async function tryToReopen() {
    if (failures === 0) say("La base embarquée s’est arrêtée ; nouveau départ.");
    try {
      await reopen();
      failures = 0;
      lastSaid = "";
      return every;
    } catch (error) {
      const plan = restartPlan({ lived: 0, code: 1, signal: null, failures });
      failures = plan.failures;
      saidOnce(sentence(error));
      return plan.wait;
    }
  }

  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
