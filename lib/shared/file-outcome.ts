/** What became of one file that was sent. */
export type FileOutcome = {
  /** As it was sent; empty when the sentence is of no file in particular. */
  name: string;
  /** Of what was kept, so that the page no longer says so once it is removed. */
  id?: string;
  /** Why it was not kept, in French; null when it was. */
  refusal: string | null;
  /** Of a sending before the last act: said still, and no error of this page any more. */
  isEarlier?: boolean;
};

/** Whether the last sending refused something. */
export function isRefused(outcomes: readonly FileOutcome[]): boolean {
  return outcomes.some(({ refusal, isEarlier }) => refusal !== null && !isEarlier);
}

export function asEarlier<Outcome extends FileOutcome>(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.map((outcome) => ({ ...outcome, isEarlier: true }));
}

/** What was said stays, and what comes is said after it; the refusal of a file that is sent again is overtaken by its new outcome. */
export function addOutcomes<Outcome extends FileOutcome>(
  before: readonly Outcome[],
  fresh: readonly Outcome[],
): Outcome[] {
  const isAgain = ({ name, refusal, isEarlier }: Outcome) =>
    isEarlier &&
    refusal !== null &&
    fresh.some((each) => each.name === name && (name !== "" || each.refusal === refusal));
  return [...before.filter((outcome) => !isAgain(outcome)), ...fresh];
}
