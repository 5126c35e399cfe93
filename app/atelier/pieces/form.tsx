import { ButtonRow } from "@/components/ui/button-row";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { CheckboxGroup } from "@/components/ui/fields/checkbox-group";
import { CommuneField } from "@/components/ui/fields/commune-field";
import { DateField } from "@/components/ui/fields/date-field";
import { EmailField } from "@/components/ui/fields/email-field";
import { Fieldset } from "@/components/ui/fields/fieldset";
import { FileField } from "@/components/ui/fields/file-field";
import { NumberField } from "@/components/ui/fields/number-field";
import { PasswordChecklist } from "@/components/ui/fields/password-checklist";
import { PasswordField } from "@/components/ui/fields/password-field";
import type { PasswordRule } from "@/components/ui/fields/password-rules";
import { PhoneField } from "@/components/ui/fields/phone-field";
import { RadioGroup } from "@/components/ui/fields/radio-group";
import { SelectField } from "@/components/ui/fields/select-field";
import { TextArea } from "@/components/ui/fields/text-area";
import { TextField } from "@/components/ui/fields/text-field";
import { YesNoField } from "@/components/ui/fields/yes-no-field";
import { ActionForm } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { refuseEverythingAction } from "../actions";
import { Section } from "./section";

const contacts = [
  { value: "email", label: "Par courriel", hint: "Le plus rapide." },
  { value: "phone", label: "Par téléphone" },
  { value: "post", label: "Par courrier" },
];
const needs = [
  { value: "canteen", label: "Restauration scolaire" },
  { value: "morning", label: "Accueil du matin" },
  { value: "evening", label: "Accueil du soir", hint: "Jusqu’à 18 h 30." },
];
const schools = [
  { value: "a", label: "École des Tilleuls" },
  { value: "b", label: "École du Pont-Vieux" },
];
const rules: PasswordRule[] = [
  { id: "length", kind: "length", min: 12, max: 128, text: "12 caractères au moins" },
  { id: "variety", kind: "variety", min: 6, text: "6 caractères différents au moins" },
  { id: "unrelated", kind: "unrelated", names: ["fullName", "email"], text: "Ni votre nom, ni votre courriel" },
];

export function Form() {
  return (
    <Section id="formulaire" title="Formulaire">
      <ActionForm action={refuseEverythingAction} title="Atelier" enter="Valider">
        <TextField name="fullName" label="Nom complet" hint="Comme sur votre pièce d’identité." autoComplete="name" />
        <EmailField name="email" label="Courriel" />
        <PhoneField name="phone" label="Téléphone" optional />
        <NumberField name="quantity" label="Nombre d’exemplaires" />
        <TextArea name="message" label="Votre message" maxLength={200} />
        <RadioGroup name="contact" label="Comment préférez-vous être contacté ?" options={contacts} />
        <YesNoField name="isOwner" label="Êtes-vous propriétaire du logement ?" />
        <CheckboxGroup
          name="needs"
          label="De quoi votre enfant a-t-il besoin ?"
          hint="Plusieurs réponses sont possibles."
          options={needs}
        />
        <SelectField name="school" label="École souhaitée" options={schools} />
        <DateField name="birthDate" label="Date de naissance" hint="Par exemple : 31 3 1980." isBirthday />
        <DateField name="start" label="À partir de quelle date ?" />
        <FileField
          name="document"
          label="Justificatif de domicile"
          hint=".jpg, .png ou .pdf, 10 Mo au plus."
          accept=".jpg,.png,.pdf"
        />
        <Fieldset legend="Votre adresse">
          <CommuneField postalCodeName="postalCode" communeName="commune" lookupUrl="/api/communes" />
        </Fieldset>
        <PasswordField name="password" label="Mot de passe" autoComplete="new-password">
          <PasswordChecklist for="password" rules={rules} />
        </PasswordField>
        <Checkbox name="consent" label="J’atteste l’exactitude des informations données" />
        <ButtonRow>
          <SubmitButton>Valider</SubmitButton>
        </ButtonRow>
      </ActionForm>
    </Section>
  );
}
