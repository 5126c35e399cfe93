import { AccountReasonForm } from "@/components/accounts/agents/account-reason-form";
import { actPage } from "../act-page";
import { refuseValidationAction } from "../actions";

const title = "Refuser la validation";

export default actPage({
  title,
  lead: "La personne peut toujours déposer des demandes. Vous pourrez valider le compte plus tard.",
  isPossible: ({ can }) => can.refuseValidation,
  form: (account) => (
    <AccountReasonForm
      account={account}
      action={refuseValidationAction}
      title={title}
      label="Motif du refus"
      hint="La personne lira ce texte, par courriel et dans son espace."
    />
  ),
});
