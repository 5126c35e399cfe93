import { DiskNotice } from "@/components/audit/disk-notice";
import { FirstInQueue } from "@/components/demandes/agents/first-in-queue";
import { UntoldNotice } from "@/components/demandes/agents/untold-notice";
import { Opening } from "@/components/demarches/agents/opening";
import { PlatformAlerts, PlatformPanel } from "@/components/audit/platform-panel";
import { UnattendedNotice } from "@/components/staff/unattended";
import { WorkTiles } from "@/components/desk/work-tiles";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { countWaitingAccounts } from "@/lib/accounts/queries/count-waiting";
import { getPlatformState } from "@/lib/audit/queries/get-platform-state";
import { countWork } from "@/lib/demandes/queries/count-work";
import { listUntold } from "@/lib/demandes/queries/list-failed-letters";
import { listQueue } from "@/lib/demandes/queries/list-queue";
import { listUnattended } from "@/lib/demandes/queries/list-unattended-services";
import { getOpening } from "@/lib/demarches/queries/get-opening";
import { getBackupState } from "@/lib/organisation/queries/get-backup-state";
import { countMessagesToRead } from "@/lib/messages/queries/list-to-read";
import { requireAgent } from "@/lib/web/session/current-actor";

export default async function AgentHomePage() {
  const agent = await requireAgent();
  const [work, unread, accounts, queue, untold, unattended, platform, backup, opening] = await Promise.all([
    countWork(agent),
    countMessagesToRead(agent),
    countWaitingAccounts(agent),
    listQueue(agent, { view: "to_do", isMine: false, isLate: false }),
    listUntold(agent),
    agent.kind === "agent" ? [] : listUnattended(agent),
    agent.kind === "admin" ? getPlatformState(agent) : null,
    agent.kind === "admin" ? getBackupState(agent) : null,
    agent.kind === "admin" ? getOpening(agent) : [],
  ]);
  return (
    <>
      <PageTitle title="Espace agents" />
      <Page width="wide">
        <PageHeading title="Ce qui vous attend" />
        {platform ? <DiskNotice room={platform.disk} /> : null}
        {platform && backup ? <PlatformAlerts state={platform} backup={backup} /> : null}
        <Opening steps={opening} />
        <UntoldNotice demandes={untold} />
        <UnattendedNotice services={unattended} />
        <WorkTiles work={work} unread={unread} accounts={accounts} />
        <FirstInQueue lines={queue.lines} />
        {platform && backup ? <PlatformPanel state={platform} backup={backup} /> : null}
      </Page>
    </>
  );
}
