import { Search } from "lucide";
import { Icon } from "@/components/ui/icon";

import { SubmitButton } from "@/components/ui/form/submit-button";
import { TextField } from "@/components/ui/fields/text-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { queueViewSlugs } from "@/lib/demandes/types/agent";
import type { QueueParams } from "@/lib/demandes/schema/agent";

type Props = { action: FormAction; params: QueueParams; words: string };

/** Search by number or name. Posted, so that no name ever stands in an address. */
export function QueueSearch({ action, params, words }: Props) {
  return (
    <ActionForm action={action} label="Rechercher une demande" className="admin-search-form">
      <input type="hidden" name="etat" value={queueViewSlugs[params.etat]} />
      <input type="hidden" name="demarche" value={params.demarche ?? ""} />
      <input type="hidden" name="moi" value={params.moi ? "oui" : ""} />
      <input type="hidden" name="retard" value={params.retard ? "oui" : ""} />
      <div className="admin-search">
        <TextField
          name="q"
          label="Numéro, nom du demandeur ou du bénéficiaire"
          defaultValue={words}
          autoComplete="off"
        />
        <SubmitButton>
          <Icon of={Search} size={18} />
          Rechercher
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
