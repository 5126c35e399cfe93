import { AgentPasswordForm } from "@/components/staff/agent-password-form";
import { SecondFactorSetup } from "@/components/staff/second-factor-setup";
import { SecondFactorStart } from "@/components/staff/second-factor-start";
import { LinkProblem } from "@/components/layout/link-problem";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { findInvitation } from "@/lib/staff/queries/find-invitation";
import { readAgentSetup } from "@/lib/web/session/auth";
import { firstOf } from "@/lib/web/page/first-of";
import { beginSecondFactorAction, chooseAgentPasswordAction, setSecondFactorAction } from "./actions";

/** Opening the link consumes nothing: mail scanners open it too. The first code typed does. */
export default async function InvitationPage({ searchParams }: PageProps<"/admin/invitation">) {
  const query = await searchParams;
  const jeton = firstOf(query.jeton);
  const link = await findInvitation(jeton, await readAgentSetup());
  if (link.state !== "valid")
    return (
      <LinkProblem
        state={link.state}
        purpose="agent_invitation"
        from="à un administrateur du portail"
        usedAdvice="Votre compte est prêt : connectez-vous. Sinon, demandez un autre lien à un administrateur du portail."
        signInPath="/admin/connexion"
      />
    );
  const { purpose, hasPassword, setup, ...agent } = link.invitation;
  const isWhole = purpose === "agent_invitation";
  const isAtPassword = isWhole && !(hasPassword && firstOf(query.etape) === "code");
  const title = isWhole ? "Votre compte d’agent" : "Nouveau second facteur";
  const step = isWhole ? `Étape ${isAtPassword ? 1 : 2} sur 3` : "Étape 1 sur 2";
  return (
    <Page width="form">
      <PageHeading title={title} caption={step} lead={<bdi>{`${agent.name}, ${agent.email}`}</bdi>} />
      {isAtPassword ? (
        <AgentPasswordForm action={chooseAgentPasswordAction} title={title} jeton={jeton} agent={agent} />
      ) : setup === null ? (
        <SecondFactorStart action={beginSecondFactorAction} title={title} jeton={jeton} />
      ) : (
        <SecondFactorSetup action={setSecondFactorAction} title={title} jeton={jeton} setup={setup} />
      )}
    </Page>
  );
}
