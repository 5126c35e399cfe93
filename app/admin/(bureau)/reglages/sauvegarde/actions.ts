"use server";

import { changeBackupSettings } from "@/lib/organisation/commands/change-backup-settings";
import { backupSettingsFormSchema } from "@/lib/organisation/schema/settings";
import { formAction } from "@/lib/web/form/form-action";
import { asSeen, changedMeanwhile } from "@/lib/web/form/changed-meanwhile";

export const changeBackupSettingsAction = formAction({
  name: "change-backup-settings",
  who: "admin",
  schema: asSeen(backupSettingsFormSchema),
  run: (actor, { version, ...settings }) => changeBackupSettings(actor, settings, version),
  refusals: {
    changed_meanwhile: changedMeanwhile,
    no_folder: {
      field: "mode",
      message:
        "Le portail ne sait pas où écrire ses sauvegardes : la personne qui l’exploite doit d’abord donner un dossier.",
    },
  },
  onDone: () => ({ to: "/admin/reglages", message: "Les réglages de la sauvegarde sont enregistrés." }),
});
