import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { RelationSheet } from "@/components/relations/relation-sheet";
import { BackLink } from "@/components/ui/back-link";
import { LinkButton } from "@/components/ui/link-button";
import { loadRelation } from "./load-relation";

export default async function Page({ params }: PageProps<"/espace/relations/[id]">) {
  const relation = await loadRelation(params);
  return (
    <>
      <PageTitle title={relation.name} />
      <PageFrame before={<BackLink href="/espace/relations">Mes relations</BackLink>}>
        <PageHeading title={relation.name} />
        <RelationSheet relation={relation} />
        <LinkButton href={`/espace/relations/${relation.id}/supprimer`} variant="danger">
          Supprimer cette relation
        </LinkButton>
      </PageFrame>
    </>
  );
}
