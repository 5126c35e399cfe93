import { EmailText } from "@/components/ui/email-text";
import { ButtonRow } from "@/components/ui/button-row";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import type { AccountForAgent } from "@/lib/accounts/types/agent";
import { AccountKeys } from "./account-keys";
import { ProofField } from "./proof-field";

type Props = { account: AccountForAgent; action: FormAction; title: string };

/** A frozen account, for whoever reads its address and came to the counter. */
export function ReopeningForm({ account, action, title }: Props) {
  return (
    <ActionForm action={action} title={title}>
      <AccountKeys account={account} />
      <p className="mb-4">
        Adresse du compte, qui ne change pas : <EmailText email={account.email} />
      </p>
      <ProofField />
      <ButtonRow>
        <SubmitButton>Demander la réouverture</SubmitButton>
        <LinkButton variant="plain" href={`/admin/comptes/${account.id}`}>
          Revenir au compte
        </LinkButton>
      </ButtonRow>
    </ActionForm>
  );
}
