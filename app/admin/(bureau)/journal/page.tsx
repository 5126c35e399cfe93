import { AuditTable } from "@/components/audit/audit-table";
import { JournalFilters } from "@/components/audit/journal-filters";
import { journalHref } from "@/components/audit/journal-href";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { Pagination } from "@/components/ui/pagination";
import { ResultsHeading } from "@/components/ui/results-heading";
import { foundSentence } from "@/lib/shared/found";
import { TextLink } from "@/components/ui/text-link";
import { listAuditEvents } from "@/lib/audit/queries/list-events";
import { filtersOf, journalParamsSchema } from "@/lib/audit/schema";
import { maxExportLines } from "@/lib/audit/types";
import { listAgentNames } from "@/lib/staff/queries/list-agents";
import { count } from "@/lib/shared/text";
import { requireManager } from "@/lib/web/session/current-actor";
import { filterJournalAction } from "./actions";

const lead = "Qui a fait quoi, et quand. Rien ne s’y corrige ; tout s’y efface après 12 mois.";
const ownLead =
  "Vous y lisez ce qu’ont fait les agents de votre organisme, ce qui concerne ses services, et tout d’une de ses demandes par son identifiant.";

export default async function JournalPage({ searchParams }: PageProps<"/admin/journal">) {
  const admin = await requireManager();
  const { suite, ...params } = journalParamsSchema.parse(await searchParams);
  const [{ lines, next }, agents] = await Promise.all([
    listAuditEvents(admin, { ...filtersOf({ ...params, suite }), cursor: suite }),
    listAgentNames(admin),
  ]);
  const asked = Object.values(params).some(Boolean) ? JSON.stringify(params) : null;
  const found = foundSentence(
    { shown: lines.length, hasMore: next !== null, isLater: Boolean(suite) },
    "ligne",
    "aucune",
  );
  return (
    <>
      <PageTitle title={asked ? `${found} – Journal` : "Journal"} />
      <Page width="wide">
        <PageHeading title="Journal" lead={admin.kind === "admin" ? lead : `${lead} ${ownLead}`} />
        <JournalFilters action={filterJournalAction} params={{ ...params, suite }} agents={agents} />
        <p className="mb-5">
          <TextLink href={journalHref("/api/journal", params)}>Exporter ces lignes (CSV)</TextLink>, dans la limite de{" "}
          {count(maxExportLines, "ligne")}, les plus récentes d’abord. L’export est lui-même noté dans le journal.
        </p>
        {asked ? <ResultsHeading key={asked} found={found} /> : null}
        {asked && lines.length === 0 ? null : <AuditTable lines={lines} />}
        <Pagination
          label="Pages du journal"
          nextHref={next ? journalHref("/admin/journal", { ...params, suite: next }) : undefined}
        />
      </Page>
    </>
  );
}
