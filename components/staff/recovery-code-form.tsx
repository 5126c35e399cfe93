import { ButtonRow } from "@/components/ui/button-row";
import { TextField } from "@/components/ui/fields/text-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";

type Props = { action: FormAction; retour: string };

/** Second step without the telephone: one of the ten codes noted when the account was activated. */
export function RecoveryCodeForm({ action, retour }: Props) {
  return (
    <>
      <p className="mb-4">
        Sans code de secours, demandez à un administrateur du portail de vous envoyer un nouveau second facteur.
      </p>
      <ActionForm action={action} title="Espace agents : code de secours">
        <input type="hidden" name="retour" value={retour} />
        <TextField
          name="code"
          label="Code de secours"
          hint="Un des codes que vous avez notés, comme 7KQ2-M9XD-04VT-HN5R. Chaque code sert une seule fois."
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          width={20}
        />
        <ButtonRow>
          <SubmitButton>Se connecter</SubmitButton>
          <LinkButton
            href={retour ? `/admin/connexion?retour=${encodeURIComponent(retour)}` : "/admin/connexion"}
            variant="plain"
          >
            Utiliser mon téléphone
          </LinkButton>
        </ButtonRow>
      </ActionForm>
    </>
  );
}
