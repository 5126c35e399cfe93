import { ButtonRow } from "@/components/ui/button-row";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { EmailField } from "@/components/ui/fields/email-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import type { AccountForAgent } from "@/lib/accounts/types/agent";
import { lifetime } from "@/lib/vocabulary/lifetimes";
import { AccountKeys } from "./account-keys";
import { ProofField } from "./proof-field";

type Props = { account: AccountForAgent; action: FormAction; title: string };

/** F68: the new address, and what was seen at the counter. */
export function RecoveryForm({ account, action, title }: Props) {
  return (
    <ActionForm required="all" action={action} title={title}>
      <AccountKeys account={account} />
      <EmailField
        name="newEmail"
        label="Nouveau courriel"
        hint="Faites-le relire par la personne."
        autoComplete="off"
      />
      <ProofField />
      <Held isChosen={!account.can.askRecovery} />
      <ButtonRow>
        <SubmitButton>Demander la récupération</SubmitButton>
        <LinkButton variant="plain" href={`/admin/comptes/${account.id}`}>
          Revenir au compte
        </LinkButton>
      </ButtonRow>
    </ActionForm>
  );
}

/** An account that is frozen has no other way: both readers of its addresses say that it is theirs. */
function Held({ isChosen }: { isChosen: boolean }) {
  const consequences = `Rien n’est envoyé avant la confirmation, et l’un des deux agents doit être administrateur. Le compte est gelé dès la confirmation, et prend la nouvelle adresse ${lifetime("held_mailbox")} plus tard, sans que l’ancienne puisse s’y opposer autrement qu’à l’accueil.`;
  if (isChosen)
    return (
      <>
        <input type="hidden" name="isHeld" value="yes" />
        <p className="mb-4">
          Le compte est gelé : l’ancienne boîte est donc prise pour tenue par quelqu’un d’autre. {consequences}
        </p>
      </>
    );
  return (
    <Checkbox
      name="isHeld"
      label="L’ancienne boîte est tenue par quelqu’un d’autre"
      hint={`Sans cette case, l’ancienne adresse est prévenue, et peut tout arrêter pendant ${lifetime("recovery")}. À cocher si la personne le dit. ${consequences}`}
    />
  );
}
