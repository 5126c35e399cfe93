import { MailSent } from "@/app/(acces)/mail-sent";
import { RecallForm } from "@/components/accounts/recall-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { EmailField } from "@/components/ui/fields/email-field";
import { TextLink } from "@/components/ui/text-link";
import { senderAddress } from "@/lib/web/sender";
import { remindUsernameAction } from "./actions";

const title = "Identifiant oublié";

export default async function LostUsernamePage({ searchParams }: PageProps<"/identifiant-oublie">) {
  if ((await searchParams).envoye === "oui")
    return (
      <MailSent
        text="Si un compte correspond au courriel que vous avez saisi, son identifiant vient de lui être envoyé."
        sender={senderAddress()}
        restart={{ href: "/identifiant-oublie", label: "Recommencer" }}
      />
    );
  return (
    <Page width="form" before={<BackLink href="/connexion">Se connecter</BackLink>}>
      <PageHeading
        title={title}
        lead="Saisissez le courriel de votre compte : votre identifiant y sera envoyé. Vous pouvez aussi vous connecter avec ce courriel."
      />
      <RecallForm action={remindUsernameAction} title={title}>
        <EmailField name="email" label="Courriel" />
      </RecallForm>
      <p>
        Une fois connecté, vous pourrez{" "}
        <TextLink href="/espace/compte/identifiant">choisir un autre identifiant</TextLink>.
      </p>
    </Page>
  );
}
