import { AskLetterPage } from "@/app/(acces)/ask-letter-page";
import { IdentifierField } from "@/components/accounts/identifier-field";
import { TextLink } from "@/components/ui/text-link";
import { tokenLifetime } from "@/lib/vocabulary/tokens";
import { askPasswordResetAction } from "./actions";

export default async function LostPasswordPage({ searchParams }: PageProps<"/mot-de-passe-oublie">) {
  return (
    <AskLetterPage
      page="/mot-de-passe-oublie"
      title="Mot de passe oublié"
      lead="Vous recevrez un lien pour en choisir un nouveau. Votre mot de passe ne vous sera jamais envoyé."
      action={askPasswordResetAction}
      isAsked={(await searchParams).envoye === "oui"}
      sentText={`Si un compte correspond à ce que vous avez saisi, un lien pour choisir un nouveau mot de passe vient d’être envoyé à son courriel. Il est valable ${tokenLifetime("password_reset")}.`}
      fields={<IdentifierField />}
    >
      <p>
        Vous préférez ne pas changer de mot de passe ?{" "}
        <TextLink href="/connexion/lien">Connectez-vous par un lien</TextLink>.
      </p>
    </AskLetterPage>
  );
}
