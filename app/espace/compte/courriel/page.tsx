import { ChangeEmailForm } from "@/components/accounts/change-email-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { EmailText } from "@/components/ui/email-text";
import { BackLink } from "@/components/ui/back-link";
import { Prose } from "@/components/ui/prose";
import { getProfile } from "@/lib/accounts/queries/get-profile";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { askEmailChangeAction } from "./actions";

export default async function ChangeEmailPage() {
  const profile = await getProfile(await requireCitizen());
  return (
    <Page width="form" before={<BackLink href="/espace/compte">Gestion du compte</BackLink>}>
      <PageHeading
        title="Modifier le courriel associé"
        lead={
          <p>
            Votre courriel actuel est <EmailText email={profile.email} />. Il reste valable tant que le nouveau n’est
            pas confirmé.
          </p>
        }
      />
      <div className="mb-8">
        <Prose>
          <ul>
            <li>Une fois confirmé, le nouveau courriel vous connecte et reçoit tous nos messages.</li>
            <li>L’adresse actuelle est prévenue, pour que personne ne change votre courriel à votre insu.</li>
            <li>Votre identifiant et votre mot de passe restent les mêmes.</li>
            <li>Les demandes déjà envoyées gardent le courriel que vous y avez indiqué.</li>
          </ul>
        </Prose>
      </div>
      <ChangeEmailForm action={askEmailChangeAction} />
    </Page>
  );
}
