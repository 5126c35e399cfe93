import { redirect } from "next/navigation";
import { releaseDemandeAction } from "@/app/suivi/actions";
import { loadDemande } from "@/app/_followed/load-demande";
import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { RefusedPage } from "@/components/layout/refused-page";
import { BackLink } from "@/components/ui/back-link";
import { ActionForm } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { findRefusal } from "@/lib/web/form/refused-request";

const title = "Retirer la demande de ce compte ?";

/** For who filed it without account: the account that it joined is not theirs, or not any more. */
export default async function Page({ params }: PageProps<"/suivi/[numero]/retirer">) {
  const demande = await loadDemande((await params).numero);
  const follow = `/suivi/${demande.number}/historique` as const;
  if (!demande.can.release) {
    const refused = (await findRefusal()) ?? redirect(follow);
    return <RefusedPage title={title} refused={refused} next={{ href: follow, label: "Suivre la demande" }} />;
  }
  return (
    <PageFrame width="text" before={<BackLink href={follow} />}>
      <PageHeading
        title={title}
        caption={`Demande n°\u00a0${demande.number}, ${demande.demarche.title}`}
        lead="Elle redevient une demande sans compte : vous seul la suivez, par le lien de vos courriels. La personne qui a ce compte en sera prévenue."
      />
      <ActionForm action={releaseDemandeAction} title={title}>
        <HiddenFields values={{ demandeId: demande.id }} />
        <FormButtons cancelHref={follow} label="La retirer de ce compte" isDangerous />
      </ActionForm>
    </PageFrame>
  );
}
