import { ButtonRow } from "@/components/ui/button-row";
import { EmailField } from "@/components/ui/fields/email-field";
import { TextArea } from "@/components/ui/fields/text-area";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import type { AccountForAgent } from "@/lib/accounts/types/agent";
import { AccountKeys } from "./account-keys";

type Props = { account: AccountForAgent; action: FormAction; title: string };

/** F68: the new address, and what was seen at the counter. */
export function RecoveryForm({ account, action, title }: Props) {
  return (
    <ActionForm action={action} title={title}>
      <AccountKeys account={account} />
      <EmailField
        name="newEmail"
        label="Nouveau courriel"
        hint="Faites-le relire par la personne."
        autoComplete="off"
      />
      <TextArea
        name="proof"
        label="Ce que vous avez vu qui prouve l’identité de la personne"
        hint="Par exemple : carte d’identité présentée au guichet, au même nom et à la même adresse. N’écrivez pas le numéro du titre. Ce texte est chiffré, et lu par l’agent qui confirmera."
        rows={5}
        maxLength={2000}
      />
      <ButtonRow>
        <SubmitButton>Demander la récupération</SubmitButton>
        <LinkButton variant="plain" href={`/admin/comptes/${account.id}`}>
          Revenir au compte
        </LinkButton>
      </ButtonRow>
    </ActionForm>
  );
}
