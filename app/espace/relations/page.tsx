import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { RelationList } from "@/components/relations/relation-list";
import { listRelations } from "@/lib/relations/queries";
import { requireCitizen } from "@/lib/web/session/current-actor";

export default async function Page() {
  const relations = await listRelations(await requireCitizen());
  return (
    <>
      <PageTitle title="Mes relations" />
      <PageFrame width="wide">
        <PageHeading
          title="Mes relations"
          lead="Les personnes de votre foyer et les organisations pour lesquelles vous faites des démarches. C’est facultatif, et cela vous évite de ressaisir leurs informations."
        />
        <RelationList relations={relations} />
      </PageFrame>
    </>
  );
}
