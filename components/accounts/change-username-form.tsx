import { TextField } from "@/components/ui/fields/text-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";

/** Another identifiant, if nobody has it (F71). */
export function ChangeUsernameForm({ action }: { action: FormAction }) {
  return (
    <ActionForm action={action} title="Modifier l’identifiant">
      <TextField
        name="username"
        label="Nouvel identifiant"
        hint="De 3 à 60 caractères : des lettres sans accent, des chiffres, des points et des traits d’union. Exemple : prenom.nom"
        autoComplete="username"
        spellCheck={false}
        autoCapitalize="none"
      />
      <FormButtons cancelHref="/espace/compte" />
    </ActionForm>
  );
}
