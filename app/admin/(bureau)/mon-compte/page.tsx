import { OwnAgentFacts, OwnAgentSessions } from "@/components/staff/own-agent";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { getOwnAgent } from "@/lib/staff/queries/get-own-agent";
import { requireAgent } from "@/lib/web/session/current-actor";
import { endOtherSessionsAction, endOwnSessionAction } from "./actions";

export default async function OwnAgentPage() {
  const own = await getOwnAgent(await requireAgent());
  return (
    <>
      <PageTitle title="Mon compte" />
      <Page>
        <PageHeading
          title="Mon compte"
          lead="Votre nom, votre rôle et vos services sont tenus par les administrateurs."
        />
        <OwnAgentFacts own={own} />
        <OwnAgentSessions own={own} endOne={endOwnSessionAction} endOthers={endOtherSessionsAction} />
      </Page>
    </>
  );
}
