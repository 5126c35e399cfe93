import { LinkByMailForm, LinkByPasswordForm } from "@/components/accounts/franceconnect-forms";
import { ProvedIdentity } from "@/components/accounts/proved-identity";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { requireProved } from "@/lib/web/identity/france-connect";
import { forgetProvedAction } from "../actions";
import { linkByMailAction, linkByPasswordAction } from "./actions";

const title = "Lier FranceConnect à mon compte";

/** An account is proved by its password or by its mailbox, never by an address that looks the same. */
export default async function LinkAccountPage() {
  const identity = await requireProved();
  return (
    <Page width="form" before={<BackLink href="/franceconnect">Vous êtes identifié</BackLink>}>
      <PageHeading title={title} lead="Prouvez que le compte est à vous, de l’une ou l’autre façon." />
      <ProvedIdentity identity={identity} forget={forgetProvedAction} />
      <h2>Avec votre mot de passe</h2>
      <LinkByPasswordForm action={linkByPasswordAction} title={title} />
      <h2>Sans votre mot de passe</h2>
      <p>Un lien est envoyé au courriel de votre compte. Ouvrez-le dans ce navigateur.</p>
      <LinkByMailForm action={linkByMailAction} />
    </Page>
  );
}
