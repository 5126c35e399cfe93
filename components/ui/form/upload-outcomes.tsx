"use client";

import { useEffect } from "react";
import { isRefused, type FileOutcome } from "@/lib/shared/file-outcome";

type Props = {
  outcomes: readonly FileOutcome[];
  /** Identifiers of the files that are there now: one that was kept, then removed, is no longer said to be joined. */
  present?: readonly string[];
};

/** What became of each file, by its name: what was refused first, and aloud. Both places stand there before they speak. */
export function UploadOutcomes({ outcomes, present }: Props) {
  const refused = outcomes.filter(({ refusal }) => refusal !== null);
  const kept = outcomes.filter(({ refusal, id }) => refusal === null && (!id || !present || present.includes(id)));
  useErrorTitle(isRefused(outcomes));
  return (
    <>
      <div role="alert" className={refused.length > 0 ? "refused-files" : undefined}>
        {refused.map(({ name, refusal }, at) => (
          <p key={at} className="field-error">
            <span>
              <span className="sr-only">Erreur : </span>
              {name ? (
                <>
                  <bdi className="font-bold">{name}</bdi> n’est pas joint. {refusal}
                </>
              ) : (
                refusal
              )}
            </span>
          </p>
        ))}
      </div>
      <div role="status">
        {kept.map(({ name }, at) => (
          <p key={at}>
            <bdi className="font-bold">{name}</bdi> est joint.
          </p>
        ))}
      </div>
    </>
  );
}

const prefix = "Erreur\u00A0: ";

/** The page that a script fills says in its title, too, that something was refused. */
function useErrorTitle(hasError: boolean): void {
  useEffect(() => {
    if (!hasError || document.title.startsWith(prefix)) return;
    document.title = prefix + document.title;
    return () => {
      document.title = document.title.replace(prefix, "");
    };
  }, [hasError]);
}
