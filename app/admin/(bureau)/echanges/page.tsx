import { MessagesToRead } from "@/components/messages/agents/messages-to-read";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { listMessagesToRead } from "@/lib/messages/queries/list-to-read";
import { requireAgent } from "@/lib/web/session/current-actor";

export default async function MessagesToReadPage() {
  const messages = await listMessagesToRead(await requireAgent());
  return (
    <>
      <PageTitle title="Messages à lire" />
      <Page width="wide">
        <PageHeading title="Messages à lire" />
        <MessagesToRead messages={messages} />
      </Page>
    </>
  );
}
