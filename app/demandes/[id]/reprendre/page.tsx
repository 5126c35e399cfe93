import { notFound, redirect } from "next/navigation";
import { RobotFields } from "@/components/robot/robot-fields";
import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { EmailField } from "@/components/ui/fields/email-field";
import { ActionForm } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { listOnDevice } from "@/lib/demandes/queries/list-on-device";
import { isId } from "@/lib/shared/ids";
import { currentVisitor } from "@/lib/web/session/current-actor";
import { robotFieldsProps } from "@/lib/web/form/robot";
import { askDraftLinkAction } from "../../../suivi/actions";

const title = "Recevoir un lien pour reprendre un brouillon";

/** For a draft begun without account, open here or not any more. Who has it in their account goes there. */
export default async function Page({ params }: PageProps<"/demandes/[id]/reprendre">) {
  const { id } = await params;
  if (!isId(id)) notFound();
  const visitor = await currentVisitor();
  if (visitor.kind === "citizen") redirect(`/demandes/${id}`);
  const here = (await listOnDevice(visitor)).drafts.find((draft) => draft.id === id);
  return (
    <PageFrame width="form">
      <PageHeading
        title={title}
        lead="Le lien part à l’adresse que vous avez saisie dans le brouillon. Il le rouvre une fois, sur l’appareil de votre choix."
      />
      <ActionForm required="all" action={askDraftLinkAction} title={title}>
        <HiddenFields values={{ demandeId: id }} />
        <EmailField name="email" label="Courriel" defaultValue={here?.email ?? undefined} />
        <RobotFields {...robotFieldsProps()} />
        <FormButtons cancelHref={here ? "/quitter" : "/suivi"} label="Recevoir le lien" />
      </ActionForm>
    </PageFrame>
  );
}
