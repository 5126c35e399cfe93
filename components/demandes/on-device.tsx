import { EmailText } from "@/components/ui/email-text";
import { TextLink } from "@/components/ui/text-link";
import { Prose } from "@/components/ui/prose";
import type { DemandeSummary, DraftOnDevice } from "@/lib/demandes/types/demande";
import { formatDate, formatDateTime } from "@/lib/shared/dates";

type Props = { filed: readonly DemandeSummary[]; drafts: readonly DraftOnDevice[] };

/** Before « Quitter »: what stays with the town, and what is lost. */
export function OnDevice({ filed, drafts }: Props) {
  const lost = drafts.filter(({ linkUntil }) => linkUntil === null);
  const kept = drafts.filter(({ linkUntil }) => linkUntil !== null);
  return (
    <Prose>
      {filed.length > 0 ? (
        <>
          <h2>Ce qui est envoyé reste envoyé</h2>
          <p>
            Notez le numéro. Pour rouvrir la demande, sur l’appareil de votre choix, demandez un lien à la page « Suivre
            une demande », avec ce numéro et votre courriel.
          </p>
          <ul>
            {filed.map(({ id, number, demarcheTitle, recipient }) => (
              <li key={id}>
                {demarcheTitle}, n° <strong>{number}</strong>
                {recipient ? ` (${recipient})` : ""}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {kept.length > 0 ? (
        <>
          <h2>Ce que vous pourrez reprendre</h2>
          <ul>
            {kept.map((draft) => (
              <li key={draft.id}>
                {draft.demarcheTitle} : le lien envoyé à <EmailText email={draft.email} /> rouvre ce brouillon
                {draft.linkUntil ? ` jusqu’au ${formatDate(draft.linkUntil)}` : ""}.
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {lost.length > 0 ? (
        <>
          <h2>Ce qui sera supprimé</h2>
          <p>Un brouillon n’est pas une demande : rien n’a été envoyé au service.</p>
          <ul>
            {lost.map((draft) => (
              <LostDraft key={draft.id} draft={draft} />
            ))}
          </ul>
        </>
      ) : null}
    </Prose>
  );
}

function LostDraft({ draft: { id, demarcheTitle, savedAt, email } }: { draft: DraftOnDevice }) {
  return (
    <li>
      {demarcheTitle}, brouillon enregistré le {formatDateTime(savedAt)}.{" "}
      {email ? (
        <TextLink href={`/demandes/${id}/reprendre`} context={demarcheTitle}>
          Recevoir d’abord un lien pour le reprendre
        </TextLink>
      ) : (
        "Sans courriel, il ne pourra pas être repris."
      )}
    </li>
  );
}
