import { PreferencesForm } from "@/components/accounts/preferences-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { getProfile } from "@/lib/accounts/queries";
import { requireCitizen } from "@/lib/web/current-actor";
import { savePreferencesAction } from "./actions";

export default async function PreferencesPage() {
  const profile = await getProfile(await requireCitizen());
  return (
    <Page width="form" before={<BackLink href="/espace/compte">Gestion du compte</BackLink>}>
      <PageHeading title="Mes préférences" />
      <PreferencesForm action={savePreferencesAction} profile={profile} />
    </Page>
  );
}
