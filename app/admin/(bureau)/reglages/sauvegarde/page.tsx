import { BackupSettingsForm } from "@/components/organisation/backup-settings-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { getBackupState } from "@/lib/organisation/queries/get-backup-state";
import { requireAdmin } from "@/lib/web/session/current-actor";
import { changeBackupSettingsAction } from "./actions";

const title = "La sauvegarde";

export default async function BackupSettingsPage() {
  const state = await getBackupState(await requireAdmin());
  return (
    <Page width="form" before={<BackLink href="/admin/reglages">Réglages</BackLink>}>
      <PageHeading title={title} lead="Ce qui permettra de tout retrouver si le serveur tombe en panne." />
      <BackupSettingsForm action={changeBackupSettingsAction} title={title} state={state} />
    </Page>
  );
}
