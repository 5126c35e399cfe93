import { Notice } from "@/components/ui/notice";
import type { FailedLetter } from "@/lib/demandes/types/agent";
import { formatDateTime } from "@/lib/shared/dates";
import { sayMailError } from "@/lib/vocabulary/mail-errors";
import { mailKindLabel } from "@/lib/vocabulary/mail-kinds";

/** The person knows nothing of these: their agent must tell them otherwise. */
export function FailedLetters({ letters }: { letters: readonly FailedLetter[] }) {
  if (letters.length === 0) return null;
  return (
    <Notice tone="danger" title="Un courriel au demandeur n’est pas parti">
      <ul>
        {letters.map(({ kind, at, error }) => (
          <li key={`${kind} ${at.toISOString()}`}>
            {mailKindLabel(kind)}, le {formatDateTime(at)}. {error ? sayMailError(error) : null}
          </li>
        ))}
      </ul>
      <p>Prévenez le demandeur par un autre moyen. Un administrateur peut renvoyer le courriel.</p>
    </Notice>
  );
}
