import { MailSent } from "@/app/(acces)/mail-sent";
import { RecallForm } from "@/components/accounts/recall-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { TextField } from "@/components/ui/fields/text-field";
import { TextLink } from "@/components/ui/text-link";
import { senderAddress } from "@/lib/web/sender";
import { tokenLifetime } from "@/lib/vocabulary/tokens";
import { askPasswordResetAction } from "./actions";

const title = "Mot de passe oublié";

export default async function LostPasswordPage({ searchParams }: PageProps<"/mot-de-passe-oublie">) {
  if ((await searchParams).envoye === "oui")
    return (
      <MailSent
        text={`Si un compte correspond à ce que vous avez saisi, un lien pour choisir un nouveau mot de passe vient d’être envoyé à son courriel. Il est valable ${tokenLifetime("password_reset")}.`}
        sender={senderAddress()}
        restart={{ href: "/mot-de-passe-oublie", label: "Recommencer" }}
      />
    );
  return (
    <Page width="form" before={<BackLink href="/connexion">Se connecter</BackLink>}>
      <PageHeading
        title={title}
        lead="Vous recevrez un lien pour en choisir un nouveau. Votre mot de passe ne vous sera jamais envoyé."
      />
      <RecallForm action={askPasswordResetAction} title={title}>
        <TextField
          name="identifier"
          label="Identifiant ou courriel"
          autoComplete="username"
          spellCheck={false}
          autoCapitalize="none"
        />
      </RecallForm>
      <p>
        Vous préférez ne pas changer de mot de passe ?{" "}
        <TextLink href="/connexion/lien">Connectez-vous par un lien</TextLink>.
      </p>
    </Page>
  );
}
