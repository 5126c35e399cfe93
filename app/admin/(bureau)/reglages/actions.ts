"use server";

import { changeAccountSettings } from "@/lib/organisation/commands/change-account-settings";
import { accountSettingsFormSchema } from "@/lib/organisation/schema";
import { formAction } from "@/lib/web/form-action";

/** T11. */
export const changeAccountSettingsAction = formAction({
  name: "change-account-settings",
  who: "admin",
  schema: accountSettingsFormSchema,
  run: changeAccountSettings,
  refusals: {},
  onDone: () => ({ to: "/admin/reglages", message: "Les réglages sont enregistrés." }),
});
