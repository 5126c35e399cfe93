import { ButtonRow } from "@/components/ui/button-row";
import { TextField } from "@/components/ui/fields/text-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { DemonstrationCode } from "./demonstration-code";
import { UnknownBrowser } from "./unknown-browser";

type Props = {
  action: FormAction;
  restart: FormAction;
  retour: string;
  /** The code itself, in the demonstration only: it has no telephone. */
  demonstrationCode: string | null;
};

/** Second step of an agent's sign-in: the code of the application. */
export function SecondFactorForm({ action, restart, retour, demonstrationCode }: Props) {
  return (
    <>
      <DemonstrationCode code={demonstrationCode} />
      <ActionForm action={action} title="Espace agents : code">
        <input type="hidden" name="retour" value={retour} />
        <TextField
          name="code"
          label="Code à 6 chiffres"
          hint="Celui de votre application d’authentification. Chaque code sert une seule fois."
          inputMode="numeric"
          autoComplete="one-time-code"
          width={10}
        />
        <ButtonRow>
          <SubmitButton>Se connecter</SubmitButton>
        </ButtonRow>
      </ActionForm>
      <p className="mb-4">
        <TextLink href={`/admin/connexion?secours=oui${retour ? `&retour=${encodeURIComponent(retour)}` : ""}`}>
          Je n’ai plus mon téléphone
        </TextLink>
      </p>
      <UnknownBrowser />
      <ActionForm action={restart} label="Recommencer">
        <input type="hidden" name="retour" value="" />
        <SubmitButton variant="plain">Utiliser un autre compte</SubmitButton>
      </ActionForm>
    </>
  );
}
