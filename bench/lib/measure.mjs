import autocannon from "autocannon";

export const connections = 8;
export const seconds = Number(process.env.BENCH_SECONDS || 4);
export const rounds = Number(process.env.BENCH_ROUNDS || 3);

/**
 * Requests a second of one page, closed loop. Any answer that is not the expected one stops the bench: a fast error is no speed.
 * @param {string} url
 * @param {{headers?: Record<string, string>, requests?: import("autocannon").Options["requests"], expected?: number[]}} [asked]
 */
export async function pageRate(url, { headers = {}, requests, expected = [200] } = {}) {
  const result = await autocannon({ url, connections, duration: seconds, headers, requests });
  const others = Object.keys(result.statusCodeStats).filter((code) => !expected.includes(Number(code)));
  if (others.length > 0 || result.errors > 0 || result.timeouts > 0)
    throw new Error(
      `${url} answered ${JSON.stringify(result.statusCodeStats)}, ${result.errors} errors, ${result.timeouts} time-outs`,
    );
  return result.requests.total / result.duration;
}

/**
 * Calls a second of an asynchronous work, with as many callers as the pages have connections.
 * @param {() => Promise<unknown>} work nothing is left to do once it gives false
 */
export async function workRate(work) {
  const end = Date.now() + seconds * 1000;
  const start = Date.now();
  let count = 0;
  const caller = async () => {
    while (Date.now() < end && (await work()) !== false) count += 1;
  };
  await Promise.all(Array.from({ length: connections }, caller));
  return count / ((Date.now() - start) / 1000);
}

/**
 * Each measure in turn, `rounds` times over, so that a slow moment of the machine weighs on all. Returns the median of each.
 * @template {string} Name
 * @param {Record<Name, () => Promise<number>>} measures
 * @returns {Promise<Record<Name, number>>}
 */
export async function interleave(measures) {
  const names = /** @type {Name[]} */ (Object.keys(measures));
  /** @type {{name: Name, rate: number}[]} */
  const samples = [];
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) samples.push({ name, rate: await measures[name]() });
  const medianOf = (/** @type {Name} */ name) =>
    median(samples.filter((one) => one.name === name).map(({ rate }) => rate));
  return /** @type {Record<Name, number>} */ (Object.fromEntries(names.map((name) => [name, medianOf(name)])));
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
