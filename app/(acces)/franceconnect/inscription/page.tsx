import { IdentityAccountForm } from "@/components/accounts/franceconnect-forms";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { requireProved } from "@/lib/web/identity/france-connect";
import { createWithIdentityAction } from "./actions";

const title = "Créer mon compte avec FranceConnect";

export default async function CreateWithIdentityPage() {
  const { email } = await requireProved();
  return (
    <Page width="form" before={<BackLink href="/franceconnect">Vous êtes identifié</BackLink>}>
      <PageHeading
        title={title}
        lead="Vérifiez votre courriel : il servira à vous connecter et à recevoir nos messages. Ouvrez le lien reçu dans ce navigateur pour que FranceConnect soit lié à votre compte."
      />
      <IdentityAccountForm action={createWithIdentityAction} title={title} email={email} />
    </Page>
  );
}
