import { RadioGroup } from "@/components/ui/fields/radio-group";
import { TextField } from "@/components/ui/fields/text-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import type { AccountSheet } from "@/lib/accounts/types/account";
import { OneNameBox } from "./one-name-box";
import { civilities, civilityLabels } from "@/lib/vocabulary/roles";

type Props = { action: FormAction; account: AccountSheet };

/** The rubric « Identité » (F20). What waits for an agent is what the person goes on from. */
export function IdentityForm({ action, account }: Props) {
  const shown = { ...account, ...account.pending };
  return (
    <ActionForm required="marked" action={action} title="Modifier votre identité">
      <RadioGroup
        name="civility"
        label="Civilité"
        optional
        isInline
        options={civilities.map((value) => ({ value, label: civilityLabels[value] }))}
        defaultValue={shown.civility ?? ""}
      />
      <TextField
        name="firstName"
        label="Prénom"
        autoComplete="given-name"
        spellCheck={false}
        defaultValue={shown.firstName ?? ""}
      />
      <OneNameBox isTicked={!shown.firstName} />
      <TextField
        name="lastName"
        label="Nom"
        autoComplete="family-name"
        spellCheck={false}
        defaultValue={shown.lastName ?? ""}
      />
      <FormButtons cancelHref="/espace/compte/donnees" />
    </ActionForm>
  );
}
