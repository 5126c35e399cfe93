/** Milliseconds: the answer never comes sooner, and is never held back longer than the last. */
const atLeast = 250;
const heldAtMost = 2_000;
/** What slowness is remembered by: so many of the last ones, for so many milliseconds. */
const remembered = 64;
const memory = 60_000;

type Past = { ended: number; took: number };
const recent: Past[] = [];

/**
 * The answer, not before a quarter of a second, nor sooner than the slowest of the last minute: where one case does more work than
 * another (an account that exists, or not), time tells nothing (CWE-208), on a busy machine either.
 */
export async function hideTimeTaken<T>(work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const floor = slowestSince(begun - memory);
  try {
    return await work();
  } finally {
    const took = performance.now() - begun;
    recent.push({ ended: begun + took, took });
    if (recent.length > remembered) recent.shift();
    if (took < floor) await new Promise((resolve) => setTimeout(resolve, floor - took));
  }
}

function slowestSince(instant: number): number {
  const slow = recent.filter(({ ended }) => ended >= instant).map(({ took }) => took);
  return Math.min(heldAtMost, Math.max(atLeast, ...slow));
}
