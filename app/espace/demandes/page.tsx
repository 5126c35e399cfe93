import { DemandeTable } from "@/components/demandes/follow/demande-table";
import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { Pagination } from "@/components/ui/pagination";
import { listDemandes } from "@/lib/demandes/queries/list-demandes";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { pageLinks, readCursors } from "./page-links";

export default async function Page({ searchParams }: PageProps<"/espace/demandes">) {
  const citizen = await requireCitizen();
  const cursors = readCursors(await searchParams);
  const { items, next } = await listDemandes(citizen, { cursor: cursors.at(-1) });
  return (
    <>
      <PageTitle title={cursors.length > 0 ? `Mes demandes, page ${cursors.length + 1}` : "Mes demandes"} />
      <PageFrame width="wide">
        <PageHeading title="Mes demandes" />
        {items.length > 0 ? (
          <DemandeTable demandes={items} />
        ) : (
          <EmptyState title="Vous n’avez pas encore envoyé de demande.">
            <LinkButton href="/demarches">Choisir une démarche</LinkButton>
          </EmptyState>
        )}
        <p className="mt-6">
          <TextLink href="/espace/sans-compte">Rattacher une demande faite sans compte</TextLink>
        </p>
        <Pagination
          label="Pages de mes demandes"
          {...pageLinks(cursors, next)}
          position={`Page ${cursors.length + 1}`}
        />
      </PageFrame>
    </>
  );
}
