"use server";

import { changeAccountSettings } from "@/lib/organisation/commands/change-account-settings";
import { accountSettingsFormSchema } from "@/lib/organisation/schema/settings";
import { formAction } from "@/lib/web/form/form-action";
import { asSeen, changedMeanwhile } from "@/lib/web/form/changed-meanwhile";

/** T11. */
export const changeAccountSettingsAction = formAction({
  name: "change-account-settings",
  who: "admin",
  schema: asSeen(accountSettingsFormSchema),
  run: (actor, { version, ...changes }) => changeAccountSettings(actor, changes, version),
  refusals: { changed_meanwhile: changedMeanwhile },
  onDone: () => ({ to: "/admin/reglages", message: "Les réglages sont enregistrés." }),
});
