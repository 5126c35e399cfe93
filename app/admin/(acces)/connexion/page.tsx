import { redirect } from "next/navigation";
import { AgentSignInForm } from "@/components/staff/agent-sign-in-form";
import { RecoveryCodeForm } from "@/components/staff/recovery-code-form";
import { SecondFactorForm } from "@/components/staff/second-factor-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { findDemonstrationCode } from "@/lib/staff/queries/find-demonstration-code";
import { readAgentSession } from "@/lib/web/session/auth";
import { firstOf } from "@/lib/web/page/first-of";
import { readSignedPath } from "@/lib/web/route/return-path";
import { agentSignInAction, recoveryCodeAction, restartSignInAction, secondFactorAction } from "./actions";

/** Two steps at one address: e-mail and password, then the code of the second factor. */
export default async function AgentSignInPage({ searchParams }: PageProps<"/admin/connexion">) {
  const query = await searchParams;
  const retour = firstOf(query.retour);
  const session = await readAgentSession();
  if (session?.hasSecondFactor) redirect(readSignedPath(retour) ?? "/admin");
  const step = session ? "Étape 2 sur 2" : "Étape 1 sur 2";
  return (
    <Page width="form">
      <PageHeading title="Espace agents" caption={step} />
      {!session ? (
        <AgentSignInForm action={agentSignInAction} retour={retour} />
      ) : firstOf(query.secours) ? (
        <RecoveryCodeForm action={recoveryCodeAction} retour={retour} />
      ) : (
        <SecondFactorForm
          action={secondFactorAction}
          restart={restartSignInAction}
          retour={retour}
          demonstrationCode={await findDemonstrationCode(session.sessionId)}
        />
      )}
    </Page>
  );
}
