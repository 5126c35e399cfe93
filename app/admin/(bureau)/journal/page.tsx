import { AuditTable } from "@/components/admin/audit-table";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { Pagination } from "@/components/ui/pagination";
import { listAuditEvents } from "@/lib/audit/queries/list-events";
import { watchParamsSchema } from "@/lib/audit/schema";
import { requireAdmin } from "@/lib/web/current-actor";

export default async function JournalPage({ searchParams }: PageProps<"/admin/journal">) {
  const admin = await requireAdmin();
  const { suite, objet } = watchParamsSchema.parse(await searchParams);
  const { lines, next } = await listAuditEvents(admin, { cursor: suite, subject: objet });
  const more = new URLSearchParams({ ...(objet && { objet }), suite: next ?? "" });
  return (
    <>
      <PageTitle title="Journal" />
      <Page width="wide">
        <PageHeading title="Journal" lead="Qui a fait quoi, et quand. Rien ne s’y efface ni ne s’y corrige." />
        <AuditTable lines={lines} />
        <Pagination label="Pages du journal" nextHref={next ? `/admin/journal?${more.toString()}` : undefined} />
      </Page>
    </>
  );
}
