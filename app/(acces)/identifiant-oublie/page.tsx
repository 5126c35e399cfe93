import { AskLetterPage } from "@/app/(acces)/ask-letter-page";
import { EmailField } from "@/components/ui/fields/email-field";
import { TextLink } from "@/components/ui/text-link";
import { remindUsernameAction } from "./actions";

export default async function LostUsernamePage({ searchParams }: PageProps<"/identifiant-oublie">) {
  return (
    <AskLetterPage
      page="/identifiant-oublie"
      title="Identifiant oublié"
      lead="Saisissez le courriel de votre compte : votre identifiant y sera envoyé. Vous pouvez aussi vous connecter avec ce courriel."
      action={remindUsernameAction}
      isAsked={(await searchParams).envoye === "oui"}
      sentText="Si un compte correspond au courriel que vous avez saisi, son identifiant vient de lui être envoyé."
      fields={<EmailField name="email" label="Courriel" />}
    >
      <p>
        Une fois connecté, vous pourrez{" "}
        <TextLink href="/espace/compte/identifiant">choisir un autre identifiant</TextLink>.
      </p>
    </AskLetterPage>
  );
}
