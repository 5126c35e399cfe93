import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { ButtonRow } from "@/components/ui/button-row";
import { WarningText } from "@/components/ui/warning-text";
import { CodeSheetTools } from "./code-sheet-tools";

type Props = { codes: readonly string[]; noted: FormAction };

/** The ten codes, shown this once. */
export function RecoveryCodeSheet({ codes, noted }: Props) {
  return (
    <>
      <WarningText>Ces codes ne seront plus jamais affichés. Gardez-les ailleurs que dans votre téléphone.</WarningText>
      <ul className="code-sheet" aria-label="Codes de secours">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CodeSheetTools text={codes.join("\n")} />
      <ActionForm action={noted} title="Vos codes de secours">
        <ButtonRow>
          <SubmitButton>J’ai noté mes codes</SubmitButton>
        </ButtonRow>
      </ActionForm>
    </>
  );
}
