import { ButtonRow } from "@/components/ui/button-row";
import { CheckboxGroup } from "@/components/ui/fields/checkbox-group";
import { RadioGroup } from "@/components/ui/fields/radio-group";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import type { Profile } from "@/lib/accounts/types";
import { notificationKindLabels, optionalNotificationKinds } from "@/lib/vocabulary/notification-kinds";
import { contactChannelLabels, contactChannels } from "@/lib/vocabulary/roles";

type Props = { action: FormAction; profile: Profile };

/** The means of contact, and the optional letters (F25, F70, F130). */
export function PreferencesForm({ action, profile }: Props) {
  const kept = optionalNotificationKinds.filter((kind) => !profile.mutedNotifications.includes(kind));
  return (
    <ActionForm action={action} title="Mes préférences">
      <RadioGroup
        name="preferredContact"
        label="Comment préférez-vous être contacté ?"
        hint="Ce choix est proposé à chaque nouvelle demande."
        options={contactChannels.map((value) => ({ value, label: contactChannelLabels[value] }))}
        defaultValue={profile.preferredContact}
      />
      <CheckboxGroup
        name="notifications"
        label="Quels courriels facultatifs souhaitez-vous recevoir ?"
        hint="Les accusés de réception, les demandes de compléments et les décisions vous sont toujours envoyés."
        optional
        options={optionalNotificationKinds.map((value) => ({ value, label: notificationKindLabels[value] }))}
        defaultValue={kept}
      />
      <ButtonRow>
        <SubmitButton>Valider</SubmitButton>
        <LinkButton href="/espace/compte" variant="plain">
          Annuler
        </LinkButton>
      </ButtonRow>
    </ActionForm>
  );
}
