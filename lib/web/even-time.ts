const atLeastMs = 250;

/**
 * The answer, not before a quarter of a second: where one case does more work than another (an account that exists, or not),
 * time tells nothing (CWE-208).
 */
export async function inEvenTime<T>(work: () => Promise<T>): Promise<T> {
  const [result] = await Promise.all([work(), new Promise((resolve) => setTimeout(resolve, atLeastMs))]);
  return result;
}
