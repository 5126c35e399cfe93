import { MailTable } from "@/components/audit/mail-table";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import { listMails } from "@/lib/audit/queries/list-mails";
import { watchParamsSchema } from "@/lib/audit/schema";
import { outboxStateLabels } from "@/lib/audit/types";
import { requireManager } from "@/lib/web/session/current-actor";
import { retryMailAction } from "./actions";

const lead =
  "Ce que le portail envoie. Ni adresse ni contenu n’apparaissent ici ; un courriel en échec dit qui prévenir autrement.";
const ownLead =
  "Ceux des demandes de votre organisme qui n’ont pas pu partir. Ni adresse ni contenu n’apparaissent ici ; chacun dit qui prévenir autrement.";
const states = ["failed", "waiting", "sent"] as const;

export default async function MailsPage({ searchParams }: PageProps<"/admin/courriels">) {
  const admin = await requireManager();
  const { suite, etat: asked } = watchParamsSchema.parse(await searchParams);
  const isOfPortal = admin.kind === "admin";
  const etat = isOfPortal ? asked : "failed";
  const { lines, next } = await listMails(admin, { state: etat, cursor: suite });
  const href = (state: string) => `/admin/courriels?etat=${state}`;
  const tabs = states.map((state) => ({
    href: href(state),
    label: outboxStateLabels[state],
    isCurrent: state === etat,
  }));
  return (
    <>
      <PageTitle title="Courriels" />
      <Page width="wide">
        <PageHeading title="Courriels" lead={isOfPortal ? lead : ownLead} />
        {isOfPortal ? <LinkTabs label="États des courriels" items={tabs} /> : null}
        <MailTable lines={lines} retry={retryMailAction} />
        <Pagination label="Pages des courriels" nextHref={next ? `${href(etat)}&suite=${next}` : undefined} />
      </Page>
    </>
  );
}
