import { ChangeTable } from "@/components/admin/account-changes";
import { AccountReasonForm } from "@/components/admin/account-reason-form";
import { readAccount } from "@/lib/accounts/commands/read-account";
import { requireAgent } from "@/lib/web/current-actor";
import { orNotFound } from "@/lib/web/or-not-found";
import { ActFrame } from "../act-frame";
import { refuseChangesAction } from "../actions";

const title = "Refuser la modification";

export default async function RefuseChangesPage({ params }: PageProps<"/admin/comptes/[id]/refus-modification">) {
  const agent = await requireAgent();
  const { id } = await params;
  const account = await orNotFound(() => readAccount(agent, id));
  return (
    <ActFrame
      account={account}
      isPossible={account.can.decideChanges}
      title={title}
      lead="Les données du compte resteront celles d’avant."
    >
      <ChangeTable changes={account.changes} />
      <AccountReasonForm
        account={account}
        action={refuseChangesAction}
        title={title}
        label="Motif du refus"
        hint="La personne lira ce texte par courriel."
        button="Refuser la modification"
      />
    </ActFrame>
  );
}
