import { TextLink } from "@/components/ui/text-link";
import { Notice } from "@/components/ui/notice";
import { formatDateTime } from "@/lib/shared/dates";

export type Draft = { id: string; savedAt: Date };

/** X33: what was begun already, before another is. */
export function DraftList({ drafts }: { drafts: readonly Draft[] }) {
  if (drafts.length === 0) return null;
  const title =
    drafts.length === 1
      ? "Vous avez déjà un brouillon de cette démarche"
      : "Vous avez déjà des brouillons de cette démarche";
  return (
    <Notice title={title}>
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
