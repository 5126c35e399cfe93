import { EmailText } from "@/components/ui/email-text";
import { ConfirmDeletionForm } from "@/components/departure/confirm-deletion-form";
import { Anonymised, Decided, Erased } from "@/components/departure/departure-plan";
import { LinkProblem } from "@/components/layout/link-problem";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { findDeparture } from "@/lib/departure/queries/get-departure";
import { firstOf } from "@/lib/web/page/first-of";
import { deleteAccountAction } from "./actions";

const title = "Supprimer définitivement le compte";

/** Opening the link consumes nothing: mail scanners do it too. The button does. */
export default async function ConfirmDeletionPage({ searchParams }: PageProps<"/compte/supprimer">) {
  const jeton = firstOf((await searchParams).jeton);
  const link = await findDeparture(jeton);
  if (link.state !== "valid")
    return (
      <LinkProblem
        state={link.state}
        purpose="account_deletion"
        restart={{ href: "/espace/compte/supprimer", label: "Demander un autre lien" }}
        usedAdvice="Votre compte a été supprimé avec ce lien."
      />
    );
  const { departure } = link;
  return (
    <Page width="text">
      <PageHeading
        title={title}
        lead={
          <p>
            Compte de <EmailText email={departure.email} />
          </p>
        }
      />
      <Erased departure={departure} />
      <Decided demandes={departure.underWay} />
      <Anonymised demandes={departure.finished} />
      <ConfirmDeletionForm action={deleteAccountAction} title={title} jeton={jeton} />
    </Page>
  );
}
