import { AccessibilitySummary } from "@/components/admin/accessibility-summary";
import { AccountSettingsForm } from "@/components/admin/account-settings-form";
import { BackupSummary } from "@/components/admin/backup-panel";
import { TownSummary } from "@/components/admin/town-summary";
import { WordingSummary } from "@/components/letters/wording-summary";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { SummaryCard } from "@/components/ui/summary-card";
import { getAccountSettings, getPortalSetting } from "@/lib/organisation/queries";
import { getBackupState } from "@/lib/organisation/queries/backup-state";
import { requireAdmin } from "@/lib/web/current-actor";
import { changeAccountSettingsAction } from "./actions";

const title = "Réglages";

export default async function SettingsPage() {
  const admin = await requireAdmin();
  const [{ validatedByAgent, version }, setting, backup] = await Promise.all([
    getAccountSettings(admin),
    getPortalSetting(admin),
    getBackupState(admin),
  ]);
  return (
    <Page>
      <PageHeading title={title} lead="Ce que la ville décide de son portail." />
      <TownSummary setting={setting} />
      <AccessibilitySummary accessibility={setting.accessibility} />
      <WordingSummary />
      <BackupSummary state={backup} />
      <SummaryCard title="Comptes des usagers">
        <AccountSettingsForm
          action={changeAccountSettingsAction}
          title={title}
          isValidatedByAgent={validatedByAgent}
          version={version}
        />
      </SummaryCard>
    </Page>
  );
}
