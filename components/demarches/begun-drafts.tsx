import { TextLink } from "@/components/ui/text-link";
import { Notice } from "@/components/ui/notice";
import { unavailableSentences, type Unavailability } from "@/lib/demarches/status";
import { formatDateTime } from "@/lib/shared/dates";

export type Draft = { id: string; savedAt: Date; unavailable?: Unavailability | null };

/** X33: what was begun already, before another is; and that it cannot be filed, where it cannot: the same for all of them. */
export function BegunDrafts({ drafts }: { drafts: readonly Draft[] }) {
  if (drafts.length === 0) return null;
  const title =
    drafts.length === 1
      ? "Vous avez déjà un brouillon de cette démarche"
      : "Vous avez déjà des brouillons de cette démarche";
  const reason = drafts.find(({ unavailable }) => unavailable)?.unavailable;
  return (
    <Notice tone={reason ? "warning" : "info"} title={title}>
      {reason ? (
        <p>
          {unavailableSentences[reason]} Vous ne pouvez donc pas l’envoyer aujourd’hui ; ce que vous avez saisi reste
          enregistré.
        </p>
      ) : null}
      <ul>
        {drafts.map(({ id, savedAt }) => (
          <li key={id}>
            <TextLink href={`/demandes/${id}`}>Reprendre le brouillon du {formatDateTime(savedAt)}</TextLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
