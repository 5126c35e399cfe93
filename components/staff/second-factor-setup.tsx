import { ButtonRow } from "@/components/ui/button-row";
import { TextField } from "@/components/ui/fields/text-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import type { SecondFactorProposal } from "@/lib/staff/types";
import { DemonstrationCode } from "./demonstration-code";
import { QrCode } from "./qr-code";

type Props = { action: FormAction; title: string; jeton: string; setup: SecondFactorProposal };

/** The secret of the second factor, to scan or to copy, and the first code that proves it was kept. */
export function SecondFactorSetup({ action, title, jeton, setup }: Props) {
  return (
    <>
      <ol className="setup-steps">
        <li>Sur votre téléphone, ouvrez une application d’authentification.</li>
        <li>
          Ajoutez-y un compte en scannant cette image :
          <QrCode text={setup.uri} label="Image à scanner avec l’application d’authentification" />
          ou en recopiant cette clé :<code className="setup-secret">{setup.secret}</code>
        </li>
        <li>Saisissez le code à 6 chiffres que l’application affiche.</li>
      </ol>
      <DemonstrationCode code={setup.demonstrationCode} />
      <ActionForm action={action} title={title}>
        <input type="hidden" name="jeton" value={jeton} />
        <TextField name="code" label="Code à 6 chiffres" inputMode="numeric" autoComplete="one-time-code" width={10} />
        <ButtonRow>
          <SubmitButton>Enregistrer le second facteur</SubmitButton>
        </ButtonRow>
      </ActionForm>
    </>
  );
}
