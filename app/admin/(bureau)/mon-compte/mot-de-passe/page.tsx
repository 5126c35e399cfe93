import { ChangeAgentPasswordForm } from "@/components/staff/own-agent-forms";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { getOwnAgent } from "@/lib/staff/queries/get-own-agent";
import { requireAgent } from "@/lib/web/session/current-actor";
import { changeAgentPasswordAction } from "../actions";

export default async function ChangeAgentPasswordPage() {
  const own = await getOwnAgent(await requireAgent());
  return (
    <Page width="form" before={<BackLink href="/admin/mon-compte">Mon compte</BackLink>}>
      <PageHeading
        title="Modifier mon mot de passe"
        lead="Vous resterez connecté ici ; vos autres connexions seront fermées."
      />
      <ChangeAgentPasswordForm action={changeAgentPasswordAction} own={own} />
    </Page>
  );
}
