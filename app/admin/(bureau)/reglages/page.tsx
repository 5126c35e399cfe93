import { AccountSettingsForm } from "@/components/admin/account-settings-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { getAccountSettings } from "@/lib/organisation/queries";
import { requireAdmin } from "@/lib/web/current-actor";
import { changeAccountSettingsAction } from "./actions";

const title = "Réglages";

export default async function SettingsPage() {
  const { validatedByAgent } = await getAccountSettings(await requireAdmin());
  return (
    <Page>
      <PageHeading title={title} lead="Ce que la ville décide de son portail." />
      <AccountSettingsForm action={changeAccountSettingsAction} title={title} isValidatedByAgent={validatedByAgent} />
    </Page>
  );
}
