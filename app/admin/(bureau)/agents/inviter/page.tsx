import { InviteAgentForm } from "@/components/staff/agent-forms";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { listGivenRoles } from "@/lib/staff/queries/list-given-roles";
import { listServices } from "@/lib/organisation/queries/list-services";
import { requireManager } from "@/lib/web/session/current-actor";
import { tokenLifetime } from "@/lib/vocabulary/tokens";
import { inviteAgentAction } from "../actions";

export default async function InviteAgentPage() {
  const admin = await requireManager();
  const [services, roles] = await Promise.all([listServices(admin), listGivenRoles(admin)]);
  return (
    <Page width="form" before={<BackLink href="/admin/agents">Agents</BackLink>}>
      <PageHeading
        title="Inviter un agent"
        lead={`Un lien valable ${tokenLifetime("agent_invitation")} lui permet de choisir son mot de passe et d’enregistrer son second facteur.`}
      />
      <InviteAgentForm action={inviteAgentAction} services={services} roles={roles} />
    </Page>
  );
}
