import { ReopeningForm } from "@/components/accounts/agents/reopening-form";
import { lifetime } from "@/lib/vocabulary/lifetimes";
import { actPage } from "../act-page";
import { askReopeningAction } from "../recovery-actions";

const title = "Rouvrir le compte";

export default actPage({
  title,
  lead: `La personne lit l’adresse du compte, et présente une pièce d’identité. Un second agent pourra confirmer dans ${lifetime("recovery")} ; les deux parties sont prévenues.`,
  isPossible: ({ can, hasOpenRecovery }) => can.askReopening && !hasOpenRecovery,
  form: (account) => <ReopeningForm account={account} action={askReopeningAction} title={title} />,
});
