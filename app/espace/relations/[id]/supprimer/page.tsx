import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { ActionForm } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { removeRelationAction } from "../../actions";
import { loadRelation } from "../load-relation";

export default async function Page({ params }: PageProps<"/espace/relations/[id]/supprimer">) {
  const { id, name } = await loadRelation(params);
  const here = `/espace/relations/${id}`;
  return (
    <PageFrame width="text" before={<BackLink href={here} />}>
      <PageHeading
        title={`Supprimer ${name} de vos relations ?`}
        lead="Les demandes déjà envoyées gardent ce nom, et ses pièces restent dans votre porte-documents."
      />
      <ActionForm action={removeRelationAction} title={`Supprimer ${name}`}>
        <HiddenFields values={{ relationId: id }} />
        <FormButtons cancelHref={here} label="Supprimer" isDangerous />
      </ActionForm>
    </PageFrame>
  );
}
