import { redirect } from "next/navigation";
import { AgentSignInForm } from "@/components/organisation/agent-sign-in-form";
import { SecondFactorForm } from "@/components/organisation/second-factor-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { findDemonstrationCode } from "@/lib/organisation/queries";
import { readAgentSession } from "@/lib/web/auth";
import { firstOf } from "@/lib/web/query-text";
import { readSignedPath } from "@/lib/web/return-path";
import { agentSignInAction, restartSignInAction, secondFactorAction } from "./actions";

/** Two steps at one address: e-mail and password, then the code of the second factor. */
export default async function AgentSignInPage({ searchParams }: PageProps<"/admin/connexion">) {
  const retour = firstOf((await searchParams).retour);
  const session = await readAgentSession();
  if (session?.hasSecondFactor) redirect(readSignedPath(retour) ?? "/admin");
  const demonstrationCode = session ? await findDemonstrationCode(session.sessionId) : null;
  return (
    <Page width="form">
      <PageHeading title="Espace agents" caption={session ? "Étape 2 sur 2" : "Étape 1 sur 2"} />
      {session ? (
        <SecondFactorForm
          action={secondFactorAction}
          restart={restartSignInAction}
          retour={retour}
          demonstrationCode={demonstrationCode}
        />
      ) : (
        <AgentSignInForm action={agentSignInAction} retour={retour} />
      )}
    </Page>
  );
}
