import { ChangeUsernameForm } from "@/components/accounts/change-username-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { getProfile } from "@/lib/accounts/queries/get-profile";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { changeUsernameAction } from "./actions";

export default async function ChangeUsernamePage() {
  const profile = await getProfile(await requireCitizen());
  return (
    <Page width="form" before={<BackLink href="/espace/compte">Gestion du compte</BackLink>}>
      <PageHeading
        title="Modifier l’identifiant"
        lead={
          <p>
            Votre identifiant actuel est <bdi>{profile.username}</bdi>. Il sert à vous connecter, comme votre courriel.
          </p>
        }
      />
      <ChangeUsernameForm action={changeUsernameAction} />
    </Page>
  );
}
