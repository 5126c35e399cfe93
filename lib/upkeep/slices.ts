import { clock } from "@/lib/kernel/clock";

/** How far a run may go: no new slice once aborted, or after `until`. */
export type Limits = { signal: AbortSignal; until?: Date };

/** A run that handled `handled` things and failed on others: what it did is done, what is left comes back at the next run. */
export class PartlyDone extends Error {
  constructor(
    readonly handled: number,
    override readonly cause: unknown,
  ) {
    super("part of a job could not be done");
    this.name = "PartlyDone";
  }
}

/** Whether a run must stop here: asked to, or out of time. */
export function isOver({ signal, until }: Limits): boolean {
  return signal.aborted || (until !== undefined && clock.now() >= until);
}

type Found<T> = {
  /** The next things that are due after `last` (from the start: null), in the order of an index, `size` at most. */
  find: (last: T | null) => Promise<readonly T[]>;
  size: number;
};
/** Handles these in one transaction, which judges each again under its lock; gives how many it handled. */
type Handle<T> = (slice: readonly T[]) => Promise<number>;

/**
 * Does what is due slice after slice, each found from where the one before ended: a run costs what it does, whatever the size of the
 * table. A slice that fails is tried again one thing at a time, so that what cannot be handled stops nothing else. Gives how
 * many were handled; throws PartlyDone, once the rest is done, when some were not.
 */
export async function bySlices<T>(limits: Limits, { handle, ...found }: Found<T> & { handle: Handle<T> }) {
  return walk(limits, found, async (slice, tally) => {
    if (slice.length === 1) return tally.attempt(() => handle(slice));
    try {
      tally.add(await handle(slice));
      return true;
    } catch {
      return each(limits, slice, (one) => tally.attempt(() => handle([one])));
    }
  });
}

/** Does what is due one thing at a time, each in its own transaction: what goes with one of them is large, or slow. */
export async function oneByOne<T>(
  limits: Limits,
  { handle, ...found }: Found<T> & { handle: (one: T) => Promise<number> },
) {
  return walk(limits, found, (slice, tally) => each(limits, slice, (one) => tally.attempt(() => handle(one))));
}

/** Several works of one job: each is tried, whatever became of those before. Gives the sum; throws PartlyDone as above. */
export async function inTurn(limits: Limits, works: readonly (() => Promise<number>)[]): Promise<number> {
  const tally = newTally();
  for (const work of works) if (isOver(limits) || !(await tally.attempt(work))) break;
  return tally.end();
}

type Tally = ReturnType<typeof newTally>;
/** Whether it is worth going on. */
type GoesOn = Promise<boolean>;

async function walk<T>(limits: Limits, { find, size }: Found<T>, work: (slice: readonly T[], tally: Tally) => GoesOn) {
  const tally = newTally();
  let last: T | null = null;
  try {
    while (!isOver(limits)) {
      const slice = await find(last);
      const goesOn = slice.length === 0 || (await work(slice, tally));
      if (!goesOn || slice.length < size) break;
      last = slice.at(-1) ?? null;
    }
  } catch (error) {
    tally.fail(error);
  }
  return tally.end();
}

async function each<T>(limits: Limits, slice: readonly T[], attempt: (one: T) => GoesOn): GoesOn {
  for (const one of slice) if (isOver(limits) || !(await attempt(one))) return false;
  return true;
}

/** After so many failures the fault is no longer of one thing: the database or the store is away. */
const mostFailures = 10;

function newTally() {
  let handled = 0;
  let failures = 0;
  let cause: unknown;
  const fail = (error: unknown) => {
    if (error instanceof PartlyDone) handled += error.handled;
    if (failures === 0) cause = error instanceof PartlyDone ? error.cause : error;
    failures += 1;
  };
  return {
    add: (count: number) => void (handled += count),
    fail,
    attempt: async (work: () => Promise<number>) => {
      try {
        handled += await work();
      } catch (error) {
        fail(error);
      }
      return failures < mostFailures;
    },
    end: () => {
      if (failures > 0) throw new PartlyDone(handled, cause);
      return handled;
    },
  };
}
