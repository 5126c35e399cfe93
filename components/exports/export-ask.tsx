import { CurrentPasswordField } from "@/components/ui/fields/current-password-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { copiesADay } from "@/lib/exports/rules";
import type { ExportsView } from "@/lib/exports/types";

type Props = { action: FormAction; exports: ExportsView; email: string };

/** Asks for a copy, or says why not now. */
export function ExportAsk({ action, exports: { latest, can }, email }: Props) {
  if (can.ask) {
    return (
      <ActionForm action={action} title="Mes données">
        <h2 className="mt-8">{latest ? "Demander une autre copie" : "Demander une copie"}</h2>
        <p className="mt-4 mb-4">
          La préparation prend de quelques secondes à quelques minutes. Un courriel vous prévient quand elle est finie.
        </p>
        <input type="email" name="username" value={email} autoComplete="username" readOnly hidden />
        <CurrentPasswordField />
        <SubmitButton>Préparer une copie de mes données</SubmitButton>
      </ActionForm>
    );
  }
  const isUnderWay = latest?.state === "waiting" || latest?.state === "running";
  return (
    <p className="mt-6">
      {isUnderWay
        ? "Vous pourrez en demander une autre quand celle-ci sera prête."
        : `Vous avez demandé ${copiesADay} copies en 24 heures : vous pourrez en demander une autre demain.`}
    </p>
  );
}
