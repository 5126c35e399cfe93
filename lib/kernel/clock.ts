/** The present, in one place: tests move it, modules never call `new Date()`. */
let source: () => Date = () => new Date();

export const clock = {
  now: (): Date => source(),
  /** The instant `minutes` from now (negative: before). */
  inMinutes: (minutes: number): Date => new Date(source().getTime() + minutes * 60_000),
};

/** For tests: freezes or shifts the clock; returns what puts it back. */
export function setClock(next: () => Date): () => void {
  const previous = source;
  source = next;
  return () => {
    source = previous;
  };
}
