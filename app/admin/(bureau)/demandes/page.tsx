import { QueueElsewhere } from "@/components/demandes/agents/queue-elsewhere";
import { QueueFilters } from "@/components/demandes/agents/queue-filters";
import { QueueSearch } from "@/components/demandes/agents/queue-search";
import { QueueTable } from "@/components/demandes/agents/queue-table";
import { isFiltered, queueHref } from "@/lib/demandes/rules/queue-href";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { Pagination } from "@/components/ui/pagination";
import { ResultsHeading } from "@/components/ui/results-heading";
import { foundSentence } from "@/lib/shared/found";
import { listElsewhere, listQueue } from "@/lib/demandes/queries/list-queue";
import { listQueueDemarches } from "@/lib/demandes/queries/list-queue-demarches";
import { LostSearch } from "@/components/layout/lost-search";
import { queueParamsSchema } from "@/lib/demandes/schema/agent";
import { requireAgent } from "@/lib/web/session/current-actor";
import { openText } from "@/lib/web/session/sealed-text";
import { searchQueueAction } from "./actions";

export default async function QueuePage({ searchParams }: PageProps<"/admin/demandes">) {
  const agent = await requireAgent();
  const asked = queueParamsSchema.parse(await searchParams);
  const { words, isLost } = openText(asked.recherche);
  const params = isLost ? { ...asked, recherche: undefined } : asked;
  const filter = { view: params.etat, demarche: params.demarche, isMine: params.moi, isLate: params.retard };
  const [page, elsewhere, demarches] = await Promise.all([
    listQueue(agent, { ...filter, text: words, cursor: params.suite }),
    listElsewhere(agent, { ...filter, text: words }),
    listQueueDemarches(agent),
  ]);
  const found = isFiltered(params)
    ? foundSentence(
        { shown: page.lines.length, hasMore: page.next !== null, isLater: Boolean(params.suite) },
        "demande",
        "aucune",
      )
    : null;
  return (
    <>
      <PageTitle title={found ? `${found} – Demandes` : "Demandes"} />
      <Page width="wide">
        <PageHeading title="Demandes" />
        {isLost ? <LostSearch shown="toutes les demandes que vous pouvez voir avec ces filtres" /> : null}
        <QueueSearch action={searchQueueAction} params={params} words={words} />
        <QueueFilters params={params} demarches={demarches} />
        {found && params.recherche ? <ResultsHeading key={params.recherche} found={found} /> : null}
        {found && !params.recherche ? <h2 className="mb-3">{found}</h2> : null}
        <QueueTable lines={page.lines} isFiltered={isFiltered(params)} isElsewhere={elsewhere.lines.length > 0} />
        <Pagination label="Pages de la liste" nextHref={page.next ? queueHref(params, page.next) : undefined} />
        <QueueElsewhere found={elsewhere} allHref={queueHref({ ...params, etat: "all", retard: false })} />
      </Page>
    </>
  );
}
