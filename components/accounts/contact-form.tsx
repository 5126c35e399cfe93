import { PhoneField } from "@/components/ui/fields/phone-field";
import { RadioGroup } from "@/components/ui/fields/radio-group";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import type { Profile } from "@/lib/accounts/types/account";
import { contactChannelLabels, contactChannels } from "@/lib/vocabulary/roles";

type Props = { action: FormAction; profile: Profile };

/** The rubric « Moyens de contact » (F20, F25, F70). */
export function ContactForm({ action, profile }: Props) {
  const isProfessional = profile.kind === "professional";
  return (
    <ActionForm required="marked" action={action} title="Modifier vos moyens de contact">
      <PhoneField
        name="phone"
        label="Téléphone"
        hint={isProfessional ? "Celui de votre activité professionnelle" : undefined}
        optional
        defaultValue={profile.phone ?? ""}
      />
      <PhoneField
        name="mobile"
        label="Mobile"
        hint={isProfessional ? "Votre mobile personnel" : undefined}
        optional
        defaultValue={profile.mobile ?? ""}
      />
      <RadioGroup
        name="preferredContact"
        label="Comment préférez-vous être contacté ?"
        hint="Ce choix est proposé à chaque nouvelle demande."
        options={contactChannels.map((value) => ({ value, label: contactChannelLabels[value] }))}
        defaultValue={profile.preferredContact}
      />
      <FormButtons cancelHref="/espace/compte/donnees" />
    </ActionForm>
  );
}
