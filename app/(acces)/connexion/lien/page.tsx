import { redirect } from "next/navigation";
import { MailSent } from "@/app/(acces)/mail-sent";
import { RecallForm } from "@/components/accounts/recall-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { TextField } from "@/components/ui/fields/text-field";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { currentCitizen } from "@/lib/web/current-actor";
import { firstOf } from "@/lib/web/query-text";
import { readSignedPath } from "@/lib/web/return-path";
import { senderAddress } from "@/lib/web/sender";
import { tokenLifetime } from "@/lib/vocabulary/tokens";
import { askSignInLinkAction } from "./actions";

const title = "Me connecter par un lien";

export default async function SignInLinkPage({ searchParams }: PageProps<"/connexion/lien">) {
  const query = await searchParams;
  const retour = firstOf(query.retour);
  if (await currentCitizen()) redirect(readSignedPath(retour) ?? "/espace");
  if (query.envoye === "oui")
    return (
      <MailSent
        text={`Si un compte correspond à ce que vous avez saisi, un lien de connexion vient d’être envoyé à son courriel. Il est valable ${tokenLifetime("sign_in")}.`}
        sender={senderAddress()}
        restart={{ href: "/connexion/lien", label: "Recommencer" }}
      />
    );
  return (
    <Page width="form" before={<BackLink href="/connexion">Se connecter</BackLink>}>
      <PageHeading
        title={title}
        lead="Vous recevrez par courriel un lien qui vous connecte sans mot de passe. Il fonctionne aussi quand trop d’essais ont été faits sur votre compte."
      />
      <RecallForm action={askSignInLinkAction} title={title}>
        <HiddenFields values={{ retour }} />
        <TextField
          name="identifier"
          label="Identifiant ou courriel"
          autoComplete="username"
          spellCheck={false}
          autoCapitalize="none"
        />
      </RecallForm>
    </Page>
  );
}
