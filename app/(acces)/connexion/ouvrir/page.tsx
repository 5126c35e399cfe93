import { RecallForm } from "@/components/accounts/recall-form";
import { LinkProblem } from "@/components/layout/link-problem";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { findLink } from "@/lib/accounts/queries";
import { firstOf } from "@/lib/web/query-text";
import { openSignInLinkAction } from "./actions";

const title = "Me connecter avec ce lien";

/** Opening the link consumes nothing: mail scanners open it too. « Me connecter » does. */
export default async function OpenSignInLinkPage({ searchParams }: PageProps<"/connexion/ouvrir">) {
  const jeton = firstOf((await searchParams).jeton);
  const link = await findLink(jeton, "sign_in");
  if (link.state !== "valid")
    return (
      <LinkProblem
        state={link.state}
        purpose="sign_in"
        restart={{ href: "/connexion/lien", label: "Demander un autre lien" }}
        usedAdvice="Un lien de connexion ne sert qu’une fois. Demandez-en un autre, ou connectez-vous avec votre mot de passe."
      />
    );
  return (
    <Page width="form">
      <PageHeading
        title={title}
        lead={
          <p>
            Vous allez ouvrir le compte <bdi>{link.email}</bdi> sur cet appareil.
          </p>
        }
      />
      <RecallForm action={openSignInLinkAction} title={title} label="Me connecter">
        <HiddenFields values={{ jeton }} />
      </RecallForm>
    </Page>
  );
}
