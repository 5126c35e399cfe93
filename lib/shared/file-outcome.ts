/** What became of one file that was sent. */
export type FileOutcome = {
  /** As it was sent; empty when the sentence is of no file in particular. */
  name: string;
  /** Of what was kept, so that the page no longer says so once it is removed. */
  id?: string;
  /** Why it was not kept, in French; null when it was. */
  refusal: string | null;
};

export function isRefused(outcomes: readonly FileOutcome[]): boolean {
  return outcomes.some(({ refusal }) => refusal !== null);
}
