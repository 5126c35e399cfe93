import { RecallForm } from "@/components/accounts/recall-form";
import { LinkProblem } from "@/components/layout/link-problem";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { findLink } from "@/lib/accounts/queries";
import { firstOf } from "@/lib/web/query-text";
import { confirmEmailChangeAction } from "./actions";

const title = "Confirmer votre nouveau courriel";

/** Opening the link consumes nothing; « Valider » does. */
export default async function ConfirmEmailPage({ searchParams }: PageProps<"/courriel/confirmer">) {
  const jeton = firstOf((await searchParams).jeton);
  const link = await findLink(jeton, "email_change");
  if (link.state !== "valid")
    return (
      <LinkProblem
        state={link.state}
        purpose="email_change"
        restart={{ href: "/espace/compte/courriel", label: "Recommencer" }}
        usedAdvice="Votre nouveau courriel est déjà confirmé."
      />
    );
  return (
    <Page width="form">
      <PageHeading
        title={title}
        lead="En validant, vous remplacez l’adresse de votre compte par celle qui a reçu ce lien."
      />
      <RecallForm action={confirmEmailChangeAction} title={title}>
        <input type="hidden" name="jeton" value={jeton} />
      </RecallForm>
    </Page>
  );
}
