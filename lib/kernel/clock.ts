/** The present, in one place: tests move it, modules never call `new Date()`. */
let source: () => Date = () => new Date();

/** Minutes by which the clocks of two honest machines may differ (Kerberos takes the same: RFC 4120, 8.2). */
const skewMinutes = 5;

export const clock = {
  now: (): Date => source(),
  /** The instant `minutes` from now (negative: before). */
  inMinutes: (minutes: number): Date => new Date(source().getTime() + minutes * 60_000),
  /**
   * The latest instant that may have been written by now. What says a later one was written by a clock that ran ahead and was put
   * right since: it must neither keep anybody out nor leave anything open until that day comes. `minutes`: the same of the end of
   * what lasts so long.
   */
  horizon: (minutes = 0): Date => clock.inMinutes(skewMinutes + minutes),
};

/** For tests: freezes or shifts the clock; returns what puts it back. */
export function setClock(next: () => Date): () => void {
  const previous = source;
  source = next;
  return () => {
    source = previous;
  };
}
