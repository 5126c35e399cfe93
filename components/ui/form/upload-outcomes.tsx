"use client";

import { isRefused, type FileOutcome } from "@/lib/shared/file-outcome";
import { useErrorTitle } from "../document-title";

type Props = {
  outcomes: readonly FileOutcome[];
  /** Identifiers of the files that are there now: one that was kept, then removed, is no longer said to be joined. */
  present?: readonly string[];
};

/**
 * What became of each file, by its name. What the last act refused is an alert, what it kept a status, both there before they speak;
 * what was said before is still read, and is no news: the title of the page, its summary and what is heard tell the same.
 */
export function UploadOutcomes({ outcomes, present }: Props) {
  const said = outcomes.filter(({ refusal, id }) => refusal !== null || !id || !present || present.includes(id));
  const news = said.filter(({ isEarlier }) => !isEarlier);
  useErrorTitle(isRefused(outcomes));
  return (
    <>
      <div role="alert" className="file-outcomes is-refused">
        <Refused of={news} isNews />
      </div>
      <div role="status" aria-atomic={false} className="file-outcomes">
        <Kept of={news} />
      </div>
      <div className="file-outcomes">
        <Refused of={said.filter(({ isEarlier }) => isEarlier)} />
        <Kept of={said.filter(({ isEarlier }) => isEarlier)} />
      </div>
    </>
  );
}

type LinesProps = { of: readonly FileOutcome[]; isNews?: boolean };

/** Each line keeps its place as others are said: one that moved would be heard again. */
function Refused({ of, isNews }: LinesProps) {
  return of
    .filter(({ refusal }) => refusal !== null)
    .map(({ name, refusal }, at) => (
      <p key={at} className="file-refused">
        <span>
          {isNews ? <span className="sr-only">Erreur : </span> : null}
          {name ? <bdi>{name}</bdi> : null}
          {/* In one piece: a space that stands alone is lost to a screen reader. */}
          {name ? ` n’est pas joint. ${refusal}` : refusal}
        </span>
      </p>
    ));
}

function Kept({ of }: LinesProps) {
  return of
    .filter(({ refusal }) => refusal === null)
    .map(({ name }, at) => (
      <p key={at} className="file-kept">
        <span>
          <bdi>{name}</bdi>
          {" est joint."}
        </span>
      </p>
    ));
}
