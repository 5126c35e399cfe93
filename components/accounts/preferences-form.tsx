import { CheckboxGroup } from "@/components/ui/fields/checkbox-group";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import type { Profile } from "@/lib/accounts/types/account";
import { notificationKindLabels, optionalNotificationKinds } from "@/lib/vocabulary/notification-kinds";

type Props = { action: FormAction; profile: Profile };

/** The optional letters (F130). The means of contact is chosen with the telephones. */
export function PreferencesForm({ action, profile }: Props) {
  const kept = optionalNotificationKinds.filter((kind) => !profile.mutedNotifications.includes(kind));
  return (
    <ActionForm action={action} title="Mes préférences">
      <CheckboxGroup
        name="notifications"
        label="Quels courriels facultatifs souhaitez-vous recevoir ?"
        hint="Les accusés de réception, les demandes de compléments et les décisions vous sont toujours envoyés."
        optional
        options={optionalNotificationKinds.map((value) => ({ value, label: notificationKindLabels[value] }))}
        defaultValue={kept}
      />
      <FormButtons cancelHref="/espace/compte" />
    </ActionForm>
  );
}
