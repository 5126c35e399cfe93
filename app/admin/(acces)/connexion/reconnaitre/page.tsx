import { EmailText } from "@/components/ui/email-text";
import { RecallPage } from "@/app/recall-page";
import { findBrowserLink } from "@/lib/staff/queries/find-browser-link";
import { firstOf } from "@/lib/web/page/first-of";
import { recogniseBrowserAction } from "./actions";

export default async function RecogniseBrowserPage({ searchParams }: PageProps<"/admin/connexion/reconnaitre">) {
  const jeton = firstOf((await searchParams).jeton);
  return (
    <RecallPage
      link={await findBrowserLink(jeton)}
      jeton={jeton}
      title="Reconnaître ce navigateur"
      lead={(email) => (
        <p>
          Les essais faits ailleurs sur le compte <EmailText email={email} /> ne feront plus attendre ce navigateur. Sur
          un ordinateur partagé, fermez votre session en partant.
        </p>
      )}
      action={recogniseBrowserAction}
      label="Reconnaître ce navigateur"
      problem={{
        purpose: "agent_browser",
        restart: { href: "/admin/connexion/navigateur", label: "Demander un autre lien" },
        usedAdvice:
          "Un lien ne sert qu’une fois. Si ce navigateur est reconnu, connectez-vous ; sinon, demandez-en un autre.",
        signInPath: "/admin/connexion",
      }}
    />
  );
}
