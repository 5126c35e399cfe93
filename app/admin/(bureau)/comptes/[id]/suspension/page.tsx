import { AccountReasonForm } from "@/components/admin/account-reason-form";
import { readAccount } from "@/lib/accounts/commands/read-account";
import { requireAdmin } from "@/lib/web/current-actor";
import { orNotFound } from "@/lib/web/or-not-found";
import { ActFrame } from "../act-frame";
import { suspendAccountAction } from "../actions";

const title = "Suspendre le compte";

export default async function SuspendAccountPage({ params }: PageProps<"/admin/comptes/[id]/suspension">) {
  const admin = await requireAdmin();
  const { id } = await params;
  const account = await orNotFound(() => readAccount(admin, id));
  return (
    <ActFrame
      account={account}
      isPossible={account.can.suspend}
      title={title}
      lead="Les connexions de la personne prennent fin tout de suite, et elle ne peut plus se connecter. Ses demandes et ses documents sont conservés."
    >
      <AccountReasonForm
        account={account}
        action={suspendAccountAction}
        title={title}
        label="Motif de la suspension"
        hint="La personne lira ce texte par courriel, avec le service à contacter."
        button="Suspendre le compte"
        isDangerous
      />
    </ActFrame>
  );
}
