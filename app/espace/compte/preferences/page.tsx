import { PreferencesForm } from "@/components/accounts/preferences-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { TextLink } from "@/components/ui/text-link";
import { getProfile } from "@/lib/accounts/queries/get-profile";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { contactChannelLabels } from "@/lib/vocabulary/roles";
import { savePreferencesAction } from "./actions";

export default async function PreferencesPage() {
  const profile = await getProfile(await requireCitizen());
  return (
    <Page width="form" before={<BackLink href="/espace/compte">Gestion du compte</BackLink>}>
      <PageHeading title="Mes préférences" />
      <PreferencesForm action={savePreferencesAction} profile={profile} />
      <h2>Moyen de contact préféré</h2>
      <p>
        {contactChannelLabels[profile.preferredContact]}.{" "}
        <TextLink href="/espace/compte/donnees/contact">Modifier vos moyens de contact</TextLink>
      </p>
    </Page>
  );
}
