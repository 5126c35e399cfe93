import { AccountReasonForm } from "@/components/accounts/agents/account-reason-form";
import { requireAdmin } from "@/lib/web/session/current-actor";
import { actPage } from "../act-page";
import { suspendAccountAction } from "../actions";

const title = "Suspendre le compte";

export default actPage({
  title,
  lead: "Les connexions de la personne prennent fin tout de suite, et elle ne peut plus se connecter. Ses demandes et ses documents sont conservés.",
  requireReader: requireAdmin,
  isPossible: ({ can }) => can.suspend,
  form: (account) => (
    <AccountReasonForm
      account={account}
      action={suspendAccountAction}
      title={title}
      label="Motif de la suspension"
      hint="La personne lira ce texte par courriel, avec le service à contacter."
      isDangerous
    />
  ),
});
