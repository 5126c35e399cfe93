import { ChangeEmailForm } from "@/components/accounts/change-email-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { getProfile } from "@/lib/accounts/queries";
import { requireCitizen } from "@/lib/web/current-actor";
import { askEmailChangeAction } from "./actions";

export default async function ChangeEmailPage() {
  const profile = await getProfile(await requireCitizen());
  return (
    <Page width="form" before={<BackLink href="/espace/compte">Gestion du compte</BackLink>}>
      <PageHeading
        title="Modifier le courriel associé"
        lead={
          <p>
            Votre courriel actuel est <bdi>{profile.email}</bdi>. Il reste valable tant que le nouveau n’est pas
            confirmé.
          </p>
        }
      />
      <ChangeEmailForm action={askEmailChangeAction} />
    </Page>
  );
}
