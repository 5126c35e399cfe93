/** What the page of a failure has to say, and in place of which page. */
export type Failure = {
  /** absent: 404. broken: our fault. away: Postgres does not answer. unreadable: not one of our forms. outdated: of another build. */
  kind: "absent" | "broken" | "away" | "unreadable" | "outdated";
  /** Address that was asked for, query included. */
  path: string;
  /** The one in the log; null where nothing was logged. */
  number: string | null;
  /** What was posted, in order, secrets and files left out: kept in the page. */
  fields: readonly (readonly [name: string, value: string])[];
  /** A password was among them: it will be asked for again. */
  hasPassword: boolean;
  /** The form may be sent again as it is. */
  isSendable: boolean;
};
