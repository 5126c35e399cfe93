import { EmailText } from "@/components/ui/email-text";
import { RecallPage } from "@/app/recall-page";
import { findLink } from "@/lib/accounts/queries/find-link";
import { firstOf } from "@/lib/web/page/first-of";
import { openSignInLinkAction } from "./actions";

export default async function OpenSignInLinkPage({ searchParams }: PageProps<"/connexion/ouvrir">) {
  const jeton = firstOf((await searchParams).jeton);
  return (
    <RecallPage
      link={await findLink(jeton, "sign_in")}
      jeton={jeton}
      title="Me connecter avec ce lien"
      lead={(email) => (
        <p>
          Vous allez ouvrir le compte <EmailText email={email} /> sur cet appareil.
        </p>
      )}
      action={openSignInLinkAction}
      label="Me connecter"
      problem={{
        purpose: "sign_in",
        restart: { href: "/connexion/lien", label: "Demander un autre lien" },
        usedAdvice:
          "Un lien de connexion ne sert qu’une fois. Demandez-en un autre, ou connectez-vous avec votre mot de passe.",
      }}
    />
  );
}
