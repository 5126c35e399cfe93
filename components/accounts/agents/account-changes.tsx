import { ButtonRow } from "@/components/ui/button-row";
import { DataTable } from "@/components/ui/data-table";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { SummaryCard } from "@/components/ui/summary-card";
import type { AccountForAgent, HeldChange } from "@/lib/accounts/types/agent";
import { AccountKeys } from "./account-keys";

type Props = { account: AccountForAgent; accept: FormAction };

/** T11: what the person wants to change, before and after, and the agent's answer. */
export function AccountChanges({ account, accept }: Props) {
  if (!account.hasPendingChanges) return null;
  return (
    <SummaryCard title="Modification en attente" id="modification">
      <ChangeTable changes={account.changes} />
      {account.can.decideChanges ? (
        <ActionForm action={accept} label="Accepter la modification">
          <AccountKeys account={account} withChanges />
          <ButtonRow>
            <SubmitButton>Accepter la modification</SubmitButton>
            <LinkButton href={`/admin/comptes/${account.id}/refus-modification`} variant="secondary">
              Refuser la modification
            </LinkButton>
          </ButtonRow>
        </ActionForm>
      ) : (
        <p>Le compte n’est pas actif : cette modification attendra.</p>
      )}
    </SummaryCard>
  );
}

export function ChangeTable({ changes }: { changes: readonly HeldChange[] }) {
  if (changes.length === 0) return <p>Les données demandées sont déjà celles du compte.</p>;
  return (
    <DataTable
      caption="Données à modifier"
      isCaptionHidden
      columns={[{ label: "Information" }, { label: "Avant" }, { label: "Après" }]}
      rows={changes.map(({ label, before, after }) => ({
        id: label,
        cells: [
          label,
          <bdi key="before" className="change-before">
            {before || "Non renseigné"}
          </bdi>,
          <bdi key="after" className="font-bold">
            {after || "Non renseigné"}
          </bdi>,
        ],
      }))}
    />
  );
}
