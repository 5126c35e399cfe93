import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { unavailableSentences } from "@/lib/demarches/status";
import { formatDate } from "@/lib/shared/dates";

export type Held = { number: string; submittedAt: Date };

/** F88: who has filed all that one person may reads what became of it, in the place of « Commencer ». */
export function QuotaHeld({ held }: { held: readonly Held[] }) {
  if (held.length === 0) return null;
  const them = held.length === 1 ? "votre demande" : "l’une de vos demandes";
  return (
    <Notice tone="warning" title="Vous ne pouvez pas faire d’autre demande">
      <p>{unavailableSentences.personal_quota_reached}</p>
      <ul>
        {held.map(({ number, submittedAt }) => (
          <li key={number}>
            <TextLink href={`/espace/demandes/${number}`}>
              Suivre la demande n° {number}, envoyée le {formatDate(submittedAt)}
            </TextLink>
          </li>
        ))}
      </ul>
      <p>Si {them} est annulée ou rejetée, vous pourrez en faire une autre.</p>
    </Notice>
  );
}
