import { ButtonRow } from "@/components/ui/button-row";
import { TextArea } from "@/components/ui/fields/text-area";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import type { AccountForAgent } from "@/lib/accounts/types/agent";
import { AccountKeys } from "./account-keys";

type Props = {
  account: AccountForAgent;
  action: FormAction;
  /** Of the document, and what the button does. */
  title: string;
  label: string;
  hint: string;
  isDangerous?: boolean;
};

/** A decision on an account that asks a reason: its person reads it. */
export function AccountReasonForm({ account, action, title, label, hint, isDangerous }: Props) {
  return (
    <ActionForm action={action} title={title}>
      <AccountKeys account={account} withChanges />
      <TextArea name="reason" label={label} hint={hint} rows={6} maxLength={2000} />
      <ButtonRow>
        <SubmitButton variant={isDangerous ? "danger" : "primary"}>{title}</SubmitButton>
        <LinkButton variant="plain" href={`/admin/comptes/${account.id}`}>
          Revenir au compte
        </LinkButton>
      </ButtonRow>
    </ActionForm>
  );
}
