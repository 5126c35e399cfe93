import { notFound } from "next/navigation";
import { startDemandeAction } from "@/app/demandes/actions";
import { AvailabilityNotice } from "@/components/demarches/availability-notice";
import { DemarcheFacts } from "@/components/demarches/demarche-facts";
import { DemarcheSheet, LegalNotice } from "@/components/demarches/demarche-sheet";
import { DraftList } from "@/components/demarches/draft-list";
import { StartPanel } from "@/components/demarches/start-panel";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Padlock } from "@/components/ui/padlock";
import { listDraftsOf } from "@/lib/demandes/queries/list-drafts";
import { whyUnavailable } from "@/lib/demarches/status";
import { currentVisitor } from "@/lib/web/current-actor";
import { today } from "@/lib/web/today";
import { demarcheOfCatalogue } from "../../catalogue";

export default async function DemarchePage({ params }: { params: Promise<{ slug: string }> }) {
  const [{ slug }, visitor] = await Promise.all([params, currentVisitor()]);
  const demarche = (await demarcheOfCatalogue(slug)) ?? notFound();
  const isKnown = visitor.kind === "citizen" || visitor.guest !== null;
  const drafts = isKnown ? await listDraftsOf(visitor, slug) : [];
  const { title, theme, definition, service, access } = demarche;
  const isOpen = whyUnavailable(demarche, today()) === null;
  return (
    <>
      <PageTitle title={title} />
      <Page before={<Breadcrumb items={wayTo(theme)} current={title} />} aside={<DemarcheFacts demarche={demarche} />}>
        <PageHeading title={title} lead={demarche.summary} tag={access === "account" ? <Padlock /> : undefined} />
        <AvailabilityNotice demarche={demarche} today={today()} />
        <DraftList drafts={drafts} />
        <DemarcheSheet definition={definition} />
        {isOpen ? (
          <StartPanel demarche={demarche} isSignedIn={visitor.kind === "citizen"} start={startDemandeAction} />
        ) : null}
        <LegalNotice legal={definition.legal} organisation={service.organisation} />
      </Page>
    </>
  );
}

const wayTo = (theme: { slug: string; name: string }) => [
  { href: "/", label: "Accueil" },
  { href: "/demarches", label: "Démarches" },
  { href: `/demarches?theme=${theme.slug}`, label: theme.name },
];
