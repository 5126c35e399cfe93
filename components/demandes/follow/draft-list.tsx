import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { DraftSummary } from "@/lib/demandes/types/demande";
import { unavailableSentences } from "@/lib/demarches/status";
import { formatDate, formatDateTime } from "@/lib/shared/dates";
import { stepTitles } from "../steps/step-names";

/** F128: what was begun, to resume or to delete. */
export function DraftList({ drafts }: { drafts: readonly DraftSummary[] }) {
  if (drafts.length === 0) {
    return (
      <EmptyState title="Vous n’avez pas de brouillon.">
        <LinkButton href="/demarches">Choisir une démarche</LinkButton>
      </EmptyState>
    );
  }
  return (
    <ul className="grid gap-4">
      {withNames(drafts).map(([draft, name]) => (
        <li
          key={draft.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-lg border border-rule bg-surface p-5"
        >
          <div className="min-w-0">
            <h2 className="text-[1.15rem]">{name}</h2>
            <p className="text-ink-soft">
              Étape « {stepTitles[draft.step]} », enregistré le {formatDateTime(draft.savedAt)}
            </p>
            {draft.unavailable ? <p>{unavailableSentences[draft.unavailable]}</p> : null}
            <p className="text-ink-soft">Conservé jusqu’au {formatDate(draft.erasedOn)}</p>
          </div>
          <div className="button-row">
            <LinkButton href={`/demandes/${draft.id}`} context={name}>
              Reprendre
            </LinkButton>
            <LinkButton
              href={`/espace/brouillons/${draft.id}/supprimer`}
              variant="plain"
              context={`le brouillon ${name}`}
            >
              Supprimer
            </LinkButton>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Each draft with a name that no other bears: the démarche, then when it was kept, then its rank. */
function withNames(drafts: readonly DraftSummary[]): (readonly [DraftSummary, string])[] {
  const dated = drafts.map(({ demarcheTitle, savedAt }) =>
    drafts.filter((other) => other.demarcheTitle === demarcheTitle).length > 1
      ? `${demarcheTitle}, enregistré le ${formatDateTime(savedAt)}`
      : demarcheTitle,
  );
  return drafts.map((draft, at) => {
    const name = dated[at] ?? "";
    const same = dated.filter((other) => other === name).length;
    const rank = dated.slice(0, at + 1).filter((other) => other === name).length;
    return [draft, same > 1 ? `${name} (${rank} sur ${same})` : name];
  });
}
