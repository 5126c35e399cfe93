import { RecoveryForm } from "@/components/accounts/agents/recovery-form";
import { actPage } from "../act-page";
import { askRecoveryAction } from "../recovery-actions";

const title = "Messagerie perdue";

export default actPage({
  title,
  lead: "La personne n’a plus accès à l’adresse de son compte. Un second agent devra confirmer.",
  isPossible: ({ can, hasOpenRecovery }) => (can.askRecovery || can.askHeld) && !hasOpenRecovery,
  form: (account) => <RecoveryForm account={account} action={askRecoveryAction} title={title} />,
});
