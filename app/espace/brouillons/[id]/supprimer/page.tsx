import { notFound } from "next/navigation";
import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { ActionForm } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { listDrafts } from "@/lib/demandes/queries/list-drafts";
import { formatDateTime } from "@/lib/shared/dates";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { deleteDraftAction } from "../../actions";

export default async function Page({ params }: PageProps<"/espace/brouillons/[id]/supprimer">) {
  const { id } = await params;
  const draft = (await listDrafts(await requireCitizen())).find((each) => each.id === id) ?? notFound();
  return (
    <PageFrame width="text" before={<BackLink href="/espace/brouillons" />}>
      <PageHeading
        title="Supprimer ce brouillon ?"
        caption={draft.demarcheTitle}
        lead={`Vos réponses et vos fichiers, enregistrés le ${formatDateTime(draft.savedAt)}, seront effacés.`}
      />
      <ActionForm action={deleteDraftAction} title="Supprimer ce brouillon ?">
        <HiddenFields values={{ demandeId: draft.id }} />
        <FormButtons cancelHref="/espace/brouillons" label="Supprimer" isDangerous />
      </ActionForm>
    </PageFrame>
  );
}
