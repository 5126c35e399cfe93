import { RecoveryForm } from "@/components/admin/recovery-form";
import { actPage } from "../act-page";
import { askRecoveryAction } from "../actions";

const title = "Messagerie perdue";

export default actPage({
  title,
  lead: "La personne n’a plus accès à l’adresse de son compte. Un second agent pourra confirmer dans 24 heures ; l’ancienne adresse est prévenue et peut tout arrêter.",
  isPossible: ({ can, hasOpenRecovery }) => can.askRecovery && !hasOpenRecovery,
  form: (account) => <RecoveryForm account={account} action={askRecoveryAction} title={title} />,
});
