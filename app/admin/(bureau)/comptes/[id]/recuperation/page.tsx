import { RecoveryForm } from "@/components/admin/recovery-form";
import { readAccount } from "@/lib/accounts/commands/read-account";
import { requireAgent } from "@/lib/web/current-actor";
import { orNotFound } from "@/lib/web/or-not-found";
import { ActFrame } from "../act-frame";
import { askRecoveryAction } from "../actions";

const title = "Messagerie perdue";

export default async function AskRecoveryPage({ params }: PageProps<"/admin/comptes/[id]/recuperation">) {
  const agent = await requireAgent();
  const { id } = await params;
  const account = await orNotFound(() => readAccount(agent, id));
  return (
    <ActFrame
      account={account}
      isPossible={account.can.askRecovery && !account.hasOpenRecovery}
      title={title}
      lead="La personne n’a plus accès à l’adresse de son compte. Un second agent confirmera ; l’ancienne adresse est prévenue et peut tout arrêter."
    >
      <RecoveryForm account={account} action={askRecoveryAction} title={title} />
    </ActFrame>
  );
}
