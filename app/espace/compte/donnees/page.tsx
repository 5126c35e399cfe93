import { ProfileForm } from "@/components/accounts/profile-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { getReadableProfile } from "@/lib/accounts/queries";
import { requireCitizen } from "@/lib/web/current-actor";
import { saveProfileAction } from "./actions";

export default async function ProfilePage() {
  const profile = await getReadableProfile(await requireCitizen());
  return (
    <Page width="form" before={<BackLink href="/espace/compte">Gestion du compte</BackLink>}>
      <PageHeading
        title="Éditer les données du compte"
        lead="Ces données préremplissent vos démarches. Les modifier ici ne change rien aux demandes déjà envoyées."
      />
      <ProfileForm action={saveProfileAction} profile={profile} />
    </Page>
  );
}
