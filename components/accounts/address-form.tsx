import { CommuneField } from "@/components/ui/fields/commune-field";
import { TextField } from "@/components/ui/fields/text-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import type { AccountSheet } from "@/lib/accounts/types/account";

type Props = { action: FormAction; account: AccountSheet };

/** The rubric « Adresse » (F20). What waits for an agent is what the person goes on from. */
export function AddressForm({ action, account }: Props) {
  const shown = { ...account, ...account.pending };
  return (
    <ActionForm required="marked" action={action} title="Modifier votre adresse">
      <TextField
        name="addressLine"
        label="Adresse"
        hint="Numéro et nom de la rue"
        optional
        autoComplete="address-line1"
        defaultValue={shown.addressLine ?? ""}
      />
      <TextField
        name="addressExtra"
        label="Complément d’adresse"
        hint="Bâtiment, étage, lieu-dit"
        optional
        autoComplete="address-line2"
        defaultValue={shown.addressExtra ?? ""}
      />
      <CommuneField
        postalCodeName="postalCode"
        communeName="commune"
        optional
        defaultPostalCode={shown.postalCode ?? ""}
        defaultCommune={shown.commune ?? ""}
        lookupUrl="/api/communes"
      />
      <FormButtons cancelHref="/espace/compte/donnees" />
    </ActionForm>
  );
}
