import { Search } from "lucide";
import { Icon } from "@/components/ui/icon";
import { TextField } from "@/components/ui/fields/text-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { accountViewSlugs, type AccountView } from "@/lib/accounts/types/agent";

type Props = { action: FormAction; view: AccountView; words: string };

/** Search by name, identifiant or e-mail. Posted, so that no name ever stands in an address. */
export function AccountSearch({ action, view, words }: Props) {
  return (
    <ActionForm action={action} label="Rechercher un compte" className="admin-search-form">
      <input type="hidden" name="vue" value={accountViewSlugs[view]} />
      <div className="admin-search">
        <TextField name="q" label="Nom, identifiant ou courriel" defaultValue={words} autoComplete="off" />
        <SubmitButton>
          <Icon of={Search} size={18} />
          Rechercher
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
