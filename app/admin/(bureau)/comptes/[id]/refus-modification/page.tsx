import { ChangeTable } from "@/components/accounts/agents/account-changes";
import { AccountReasonForm } from "@/components/accounts/agents/account-reason-form";
import { actPage } from "../act-page";
import { refuseChangesAction } from "../actions";

const title = "Refuser la modification";

export default actPage({
  title,
  lead: "Les données du compte resteront celles d’avant.",
  isPossible: ({ can }) => can.decideChanges,
  form: (account) => (
    <>
      <ChangeTable changes={account.changes} />
      <AccountReasonForm
        account={account}
        action={refuseChangesAction}
        title={title}
        label="Motif du refus"
        hint="La personne lira ce texte par courriel."
      />
    </>
  ),
});
