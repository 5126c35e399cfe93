import { AccessibilitySummary } from "@/components/organisation/accessibility-summary";
import { AccountSettingsForm } from "@/components/organisation/account-settings-form";
import { BackupSummary } from "@/components/audit/backup-panel";
import { TownSummary } from "@/components/organisation/town-summary";
import { WordingSummary } from "@/components/letters/wording-summary";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { SummaryCard } from "@/components/ui/summary-card";
import { getAccountSettings } from "@/lib/organisation/queries/get-account-settings";
import { getPortalSetting } from "@/lib/organisation/queries/find-portal";
import { getBackupState } from "@/lib/organisation/queries/get-backup-state";
import { requireAdmin } from "@/lib/web/session/current-actor";
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
