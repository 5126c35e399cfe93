import { PlatformPanel } from "@/components/admin/platform-panel";
import { WorkTiles } from "@/components/admin/work-tiles";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { getPlatformState } from "@/lib/audit/queries/platform-state";
import { countWork } from "@/lib/demandes/queries/count-work";
import { countMessagesToRead } from "@/lib/messages/queries/list-to-read";
import { requireAgent } from "@/lib/web/current-actor";

export default async function AgentHomePage() {
  const agent = await requireAgent();
  const [work, unread, platform] = await Promise.all([
    countWork(agent),
    countMessagesToRead(agent),
    agent.kind === "admin" ? getPlatformState(agent) : null,
  ]);
  return (
    <>
      <PageTitle title="Espace agents" />
      <Page width="wide">
        <PageHeading title="Ce qui vous attend" />
        <WorkTiles work={work} unread={unread} />
        {platform ? <PlatformPanel state={platform} /> : null}
      </Page>
    </>
  );
}
