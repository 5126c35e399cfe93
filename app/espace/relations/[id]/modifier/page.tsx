import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { groupOf } from "@/components/relations/relation-kinds";
import { RelationForm } from "@/components/relations/relation-form";
import { BackLink } from "@/components/ui/back-link";
import { today } from "@/lib/web/page/today";
import { changeRelationAction } from "../../actions";
import { loadRelation } from "../load-relation";

export default async function Page({ params }: PageProps<"/espace/relations/[id]/modifier">) {
  const relation = await loadRelation(params);
  const here = `/espace/relations/${relation.id}`;
  return (
    <PageFrame width="form" before={<BackLink href={here} />}>
      <PageHeading title="Modifier la fiche" caption={relation.name} />
      <RelationForm
        action={changeRelationAction}
        title={`Modifier la fiche de ${relation.name}`}
        group={groupOf(relation.role)}
        filled={relation}
        cancelHref={here}
        today={today()}
      />
    </PageFrame>
  );
}
