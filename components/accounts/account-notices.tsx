import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { Notice } from "@/components/ui/notice";
import { SummaryList } from "@/components/ui/summary-list";
import { heldColumns, heldLabels, type HeldColumn } from "@/lib/accounts/rules/held-columns";
import { missingData, type MissingData } from "@/lib/accounts/rules/missing-data";
import type { AccountSheet, PendingChanges } from "@/lib/accounts/types/account";
import { civilityLabels, type Civility } from "@/lib/vocabulary/roles";

type Props = { account: AccountSheet; withdraw: FormAction };

/** What the person must know of the data of the account: what waits for an agent, and what is still missing (F29, F44). */
export function AccountNotices({ account, withdraw }: Props) {
  return (
    <>
      {account.pending ? <Pending pending={account.pending} withdraw={withdraw} /> : null}
      <Missing missing={missingData(account)} />
    </>
  );
}

function Pending({ pending, withdraw }: { pending: PendingChanges; withdraw: FormAction }) {
  const columns = heldColumns.filter((column) => column in pending);
  const said = (column: HeldColumn) =>
    column === "civility" && pending.civility ? civilityLabels[pending.civility as Civility] : pending[column];
  return (
    <Notice title="Modification en attente de validation">
      <p>Un agent doit valider ce que vous avez modifié. D’ici là, votre compte garde ses données actuelles.</p>
      <SummaryList
        rows={columns.map((column) => ({ label: heldLabels[column], value: <bdi>{said(column) ?? "Effacé"}</bdi> }))}
      />
      <ActionForm action={withdraw} className="mt-4" label="Modification en attente de validation">
        <SubmitButton variant="secondary">Retirer cette modification</SubmitButton>
      </ActionForm>
    </Notice>
  );
}

const missingLinks: Record<MissingData, { href: string; label: string }> = {
  civility: { href: "/espace/compte/donnees/identite", label: "Votre civilité" },
  address: { href: "/espace/compte/donnees/adresse", label: "Votre adresse complète" },
  postalAddress: {
    href: "/espace/compte/donnees/adresse",
    label: "Votre adresse complète, puisque vous préférez le courrier postal",
  },
  phone: { href: "/espace/compte/donnees/contact", label: "Un téléphone ou un mobile" },
};

function Missing({ missing }: { missing: readonly MissingData[] }) {
  if (missing.length === 0) return null;
  return (
    <Notice title="Ce qui manque">
      <p>Vous pouvez l’ajouter quand vous voulez : vos démarches seront remplies d’avance.</p>
      <div className="prose mt-2">
        <ul>
          {missing.map((each) => (
            <li key={each}>
              <a href={missingLinks[each].href}>{missingLinks[each].label}</a>
            </li>
          ))}
        </ul>
      </div>
    </Notice>
  );
}
