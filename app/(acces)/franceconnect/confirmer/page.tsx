import { ProvedIdentity } from "@/components/accounts/proved-identity";
import { RecallForm } from "@/components/accounts/recall-form";
import { LinkProblem } from "@/components/layout/link-problem";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { findLink } from "@/lib/accounts/queries/find-link";
import { franceConnectOnly, readProved } from "@/lib/web/identity/france-connect";
import { firstOf } from "@/lib/web/page/first-of";
import { forgetProvedAction } from "../actions";
import { confirmLinkAction } from "./actions";

const title = "Lier FranceConnect à mon compte";

/** Opening the link consumes nothing; « Valider » does. */
export default async function ConfirmIdentityLinkPage({ searchParams }: PageProps<"/franceconnect/confirmer">) {
  franceConnectOnly();
  const jeton = firstOf((await searchParams).jeton);
  const link = await findLink(jeton, "identity_link");
  if (link.state !== "valid")
    return (
      <LinkProblem
        state={link.state}
        purpose="identity_link"
        restart={{ href: "/connexion", label: "Recommencer" }}
        usedAdvice="FranceConnect est déjà lié à votre compte : connectez-vous avec lui."
      />
    );
  const identity = await readProved();
  return (
    <Page width="form">
      <PageHeading title={title} lead="En validant, vous pourrez ouvrir votre compte avec FranceConnect." />
      {identity ? <ProvedIdentity identity={identity} forget={forgetProvedAction} /> : null}
      <RecallForm action={confirmLinkAction} title={title}>
        <input type="hidden" name="jeton" value={jeton} />
      </RecallForm>
    </Page>
  );
}
