import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { AccountLine } from "@/lib/accounts/types/agent";
import { formatShortDate } from "@/lib/shared/dates";
import { accountKindLabels } from "@/lib/vocabulary/roles";
import { AccountTags } from "./account-tags";

const columns = [
  { label: "Nom" },
  { label: "Identifiant" },
  { label: "Courriel" },
  { label: "Type" },
  { label: "État" },
  { label: "Créé le" },
];

type Props = {
  lines: readonly AccountLine[];
  /** A title above says how many there are. */
  isSearched: boolean;
};

/** The accounts, a line each; cards on a phone. */
export function AccountTable({ lines, isSearched }: Props) {
  if (lines.length === 0)
    return isSearched ? (
      <p className="empty-state">Vérifiez l’orthographe, essayez le courriel, ou choisissez « Tous ».</p>
    ) : (
      <EmptyState title="Aucun compte dans cette liste" />
    );
  return (
    <DataTable
      caption="Comptes des usagers"
      isCaptionHidden
      columns={columns}
      rows={lines.map((line) => ({ id: line.id, cells: cellsOf(line) }))}
    />
  );
}

function cellsOf(line: AccountLine) {
  return [
    <TextLink key="name" href={`/admin/comptes/${line.id}`} context={line.name ? undefined : `(${line.email})`}>
      <bdi>{line.name || "Sans nom"}</bdi>
    </TextLink>,
    line.username ?? "–",
    <bdi key="email" className="wrap-break-word">
      {line.email}
    </bdi>,
    accountKindLabels[line.kind],
    <AccountTags key="state" account={line} />,
    formatShortDate(line.createdAt),
  ];
}
