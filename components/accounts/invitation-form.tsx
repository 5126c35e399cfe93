import type { ReactNode } from "react";
import { ButtonRow } from "@/components/ui/button-row";
import { EmailField } from "@/components/ui/fields/email-field";
import { RadioGroup } from "@/components/ui/fields/radio-group";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";

type Props = { action: FormAction; retour: string; /** The robot check. */ robot: ReactNode };

const kinds = [
  { value: "personal", label: "Usage personnel", hint: "Pour vous et votre foyer : donnez une adresse personnelle." },
  {
    value: "professional",
    label: "Usage professionnel",
    hint: "Pour une entreprise ou une association : donnez une adresse professionnelle. Vos civilité, prénom, nom et mobile restent les vôtres ; le reste sera professionnel.",
  },
];

/** First step of an account: the address, and what the account is for (F10, F11). */
export function InvitationForm({ action, retour, robot }: Props) {
  return (
    <ActionForm action={action} title="Créer mon compte" required="all">
      <input type="hidden" name="retour" value={retour} />
      <RadioGroup name="kind" label="À quoi servira ce compte ?" options={kinds} defaultValue="personal" />
      <EmailField name="email" label="Courriel" hint="Il servira à vous connecter. Exemple : prenom.nom@exemple.fr" />
      {robot}
      <ButtonRow>
        <SubmitButton>Valider</SubmitButton>
      </ButtonRow>
    </ActionForm>
  );
}
