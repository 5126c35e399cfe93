import { ChangePasswordForm } from "@/components/accounts/change-password-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { getProfile } from "@/lib/accounts/queries/get-profile";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { changePasswordAction } from "./actions";

export default async function ChangePasswordPage() {
  const profile = await getProfile(await requireCitizen());
  return (
    <Page width="form" before={<BackLink href="/espace/compte">Gestion du compte</BackLink>}>
      <PageHeading
        title="Modifier le mot de passe"
        lead="Vous resterez connecté ici ; vos autres connexions seront fermées."
      />
      <ChangePasswordForm action={changePasswordAction} profile={profile} />
    </Page>
  );
}
