/** The work gave no sign of life for so long that it is given up. */
export class Stalled extends Error {
  constructor(readonly seconds: number) {
    super(`no progress for ${seconds} s`);
    this.name = "Stalled";
  }
}

/** Called at each piece of work done. `patience`: seconds that the next piece may take, where it is known to be long. */
export type Alive = (patience?: number) => void;

/**
 * Runs a work of unknown length that must show that it goes on: `alive()` at least once in `seconds`. Throws `Stalled` when it does
 * not, whatever holds it; the caller then leaves, for nothing tells what the work left open.
 */
export async function watch<T>(seconds: number, work: (alive: Alive) => Promise<T>): Promise<T> {
  let end = performance.now() + seconds * 1_000;
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_, reject) => {
    timer = setInterval(
      () => {
        if (performance.now() > end) reject(new Stalled(seconds));
      },
      Math.min(1_000, seconds * 250),
    );
  });
  try {
    return await Promise.race([
      work((patience = seconds) => void (end = performance.now() + patience * 1_000)),
      stalled,
    ]);
  } finally {
    clearInterval(timer);
  }
}
