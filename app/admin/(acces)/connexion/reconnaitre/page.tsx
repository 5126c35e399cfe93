import { RecallForm } from "@/components/accounts/recall-form";
import { LinkProblem } from "@/components/layout/link-problem";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { findBrowserLink } from "@/lib/organisation/queries/browser-link";
import { firstOf } from "@/lib/web/query-text";
import { recogniseBrowserAction } from "./actions";

const title = "Reconnaître ce navigateur";

/** Opening the link consumes nothing: mail scanners open it too. The button does. */
export default async function RecogniseBrowserPage({ searchParams }: PageProps<"/admin/connexion/reconnaitre">) {
  const jeton = firstOf((await searchParams).jeton);
  const link = await findBrowserLink(jeton);
  if (link.state !== "valid")
    return (
      <LinkProblem
        state={link.state}
        purpose="agent_browser"
        restart={{ href: "/admin/connexion/navigateur", label: "Demander un autre lien" }}
        usedAdvice="Un lien ne sert qu’une fois. Si ce navigateur est reconnu, connectez-vous ; sinon, demandez-en un autre."
        signInPath="/admin/connexion"
      />
    );
  return (
    <Page width="form">
      <PageHeading
        title={title}
        lead={
          <p>
            Les essais faits ailleurs sur le compte <bdi>{link.email}</bdi> ne feront plus attendre ce navigateur. Sur
            un ordinateur partagé, fermez votre session en partant.
          </p>
        }
      />
      <RecallForm action={recogniseBrowserAction} title={title} label="Reconnaître ce navigateur">
        <HiddenFields values={{ jeton }} />
      </RecallForm>
    </Page>
  );
}
