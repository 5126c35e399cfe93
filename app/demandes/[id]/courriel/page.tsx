import type { Route } from "next";
import { notFound, redirect } from "next/navigation";
import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { RefusedPage } from "@/components/layout/refused-page";
import { EmailText } from "@/components/ui/email-text";
import { BackLink } from "@/components/ui/back-link";
import { EmailField } from "@/components/ui/fields/email-field";
import { ActionForm } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { typedText } from "@/components/ui/form/refused-form";
import { findContactCorrection } from "@/lib/demandes/queries/find-contact-correction";
import { isId, type DemandeId } from "@/lib/shared/ids";
import { findRefusal } from "@/lib/web/form/refused-request";
import { currentVisitor } from "@/lib/web/session/current-actor";
import { correctContactAction } from "../../actions";

const title = "Corriger votre courriel";

/** Just filed without account, with a mistyped address. */
export default async function Page({ params }: PageProps<"/demandes/[id]/courriel">) {
  const { id } = await params;
  if (!isId(id)) notFound();
  const contact = (await findContactCorrection(await currentVisitor(), id as DemandeId)) ?? notFound();
  const back = `/demandes/${id}/confirmation` as Route;
  if (!contact.canCorrect) {
    const refused = (await findRefusal()) ?? redirect(back);
    const typed = [{ label: "Courriel", text: typedText(refused, "email") }];
    return (
      <RefusedPage title={title} refused={refused} typed={typed} next={{ href: back, label: "Voir ma demande" }} />
    );
  }
  return (
    <PageFrame width="form" before={<BackLink href={back} />}>
      <PageHeading
        title={title}
        lead={
          <p>
            L’accusé de réception est parti à <EmailText email={contact.email} />. Il sera renvoyé à la bonne adresse,
            et le premier lien n’ouvrira plus rien. Vous ne pouvez le faire qu’une fois.
          </p>
        }
      />
      <ActionForm action={correctContactAction} title={title}>
        <HiddenFields values={{ demandeId: id }} />
        <EmailField name="email" label="Courriel" />
        <FormButtons cancelHref={back} label="Corriger le courriel" />
      </ActionForm>
    </PageFrame>
  );
}
