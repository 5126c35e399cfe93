import { AccountReasonForm } from "@/components/admin/account-reason-form";
import { readAccount } from "@/lib/accounts/commands/read-account";
import { requireAgent } from "@/lib/web/current-actor";
import { orNotFound } from "@/lib/web/or-not-found";
import { ActFrame } from "../act-frame";
import { refuseValidationAction } from "../actions";

const title = "Refuser la validation";

export default async function RefuseValidationPage({ params }: PageProps<"/admin/comptes/[id]/refus">) {
  const agent = await requireAgent();
  const { id } = await params;
  const account = await orNotFound(() => readAccount(agent, id));
  return (
    <ActFrame
      account={account}
      isPossible={account.can.refuseValidation}
      title={title}
      lead="La personne peut toujours déposer des demandes. Vous pourrez valider le compte plus tard."
    >
      <AccountReasonForm
        account={account}
        action={refuseValidationAction}
        title={title}
        label="Motif du refus"
        hint="La personne lira ce texte, par courriel et dans son espace."
        button="Refuser la validation"
      />
    </ActFrame>
  );
}
