import type { WorkCounters } from "@/lib/demandes/types/agent";
import type { AccountCounters } from "@/lib/accounts/types/agent";
import { accountsHref } from "@/lib/accounts/rules/accounts-href";
import { queueHref } from "@/lib/demandes/rules/queue-href";

type Props = { work: WorkCounters; unread: number; accounts: AccountCounters };
type Tile = { label: string; count: number; href: string; isUrgent?: boolean };

/** What waits, as numbers that lead to the list behind them. */
export function WorkTiles({ work, unread, accounts }: Props) {
  const tiles: Tile[] = [
    { label: "En retard", count: work.late, href: queueHref({ retard: true }), isUrgent: work.late > 0 },
    { label: "À prendre en charge", count: work.waiting, href: queueHref({ etat: "pending" }) },
    { label: "Corrigées par l’usager", count: work.corrected, href: queueHref({ etat: "rectified" }) },
    { label: "En traitement par moi", count: work.mine, href: queueHref({ etat: "in_progress", moi: true }) },
    { label: "Complètes, à décider", count: work.toDecide, href: queueHref({ etat: "complete" }) },
    { label: "Messages non lus", count: unread, href: "/admin/echanges" },
    ...accountTiles(accounts),
  ];
  return (
    <ul className="work-tiles">
      {tiles.map(({ label, count, href, isUrgent }) => (
        <li key={label}>
          <a href={href} className={isUrgent ? "work-tile is-urgent" : "work-tile"}>
            <span className="work-count">{count >= work.limit ? `${work.limit - 1}+` : count}</span>
            <span>{label}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Only what waits: most towns ask for no validation, and a lost mailbox is rare. */
function accountTiles({ toValidate, changes, recoveries }: AccountCounters): Tile[] {
  return [
    { label: "Comptes à valider", count: toValidate, href: accountsHref({ vue: "to_validate" }) },
    { label: "Comptes à modifier", count: changes, href: accountsHref({ vue: "changes" }) },
    { label: "Récupérations à confirmer", count: recoveries, href: accountsHref({ vue: "recoveries" }) },
  ].filter(({ count }) => count > 0);
}
