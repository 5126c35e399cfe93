/** What somebody sends from outside; the other signals (SIGSEGV, SIGABRT…) are a process that breaks by itself. */
const fromOutside = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGKILL: 9, SIGTERM: 15 };
/** A process that lived this long had started well, whatever ended it. */
const grownUp = 10_000;
const first = 250;
const longest = 5_000;

/**
 * When a process that ended starts again. At once after a death that it did not cause, or that came late; later and later, a few
 * seconds at most, only for one that dies young by itself time after time.
 * @param {{lived: number, code: number | null, signal: string | null, failures: number}} death milliseconds that it lived, how it
 *   ended, and how many times in a row it had already died young by itself
 * @returns {{wait: number, failures: number}} milliseconds to wait, and the new count
 */
export function restartPlan({ lived, code, signal, failures }) {
  if (wasStoppedFromOutside(code, signal)) return { wait: 0, failures };
  if (lived >= grownUp) return { wait: 0, failures: 0 };
  return { wait: Math.min(longest, first * 2 ** failures), failures: failures + 1 };
}

/**
 * Also when the process caught the signal and ended with the number that says so, as shells count: 128 and the signal's.
 * @param {number | null} code
 * @param {string | null} signal
 */
function wasStoppedFromOutside(code, signal) {
  return signal ? signal in fromOutside : Object.values(fromOutside).some((number) => code === 128 + number);
}
