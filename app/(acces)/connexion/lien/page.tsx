import { redirect } from "next/navigation";
import { AskLetterPage } from "@/app/(acces)/ask-letter-page";
import { IdentifierField } from "@/components/accounts/identifier-field";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { tokenLifetime } from "@/lib/vocabulary/tokens";
import { currentCitizen } from "@/lib/web/session/current-actor";
import { firstOf } from "@/lib/web/page/first-of";
import { readSignedPath } from "@/lib/web/route/return-path";
import { askSignInLinkAction } from "./actions";

export default async function SignInLinkPage({ searchParams }: PageProps<"/connexion/lien">) {
  const query = await searchParams;
  const retour = firstOf(query.retour);
  if (await currentCitizen()) redirect(readSignedPath(retour) ?? "/espace");
  return (
    <AskLetterPage
      page="/connexion/lien"
      title="Me connecter par un lien"
      lead="Vous recevrez par courriel un lien qui vous connecte sans mot de passe. Il fonctionne aussi quand trop d’essais ont été faits sur votre compte."
      action={askSignInLinkAction}
      isAsked={query.envoye === "oui"}
      sentText={`Si un compte correspond à ce que vous avez saisi, un lien de connexion vient d’être envoyé à son courriel. Il est valable ${tokenLifetime("sign_in")}.`}
      fields={
        <>
          <HiddenFields values={{ retour }} />
          <IdentifierField />
        </>
      }
    />
  );
}
