import { Notice } from "@/components/ui/notice";
import type { OwnValidation } from "@/lib/accounts/types/agent";

/** T11, F44: that an agent has yet to validate the account, or refused to. Nothing once it is validated. */
export function ValidationNotice({ validation, reason }: OwnValidation) {
  if (validation === "validated") return null;
  if (validation === "pending")
    return (
      <Notice title="Compte en attente de validation">
        <p>Un agent va vérifier votre compte. Vous pouvez déjà déposer vos demandes.</p>
      </Notice>
    );
  return (
    <Notice tone="warning" title="Validation du compte refusée">
      {reason ? <p className="whitespace-pre-line">{reason}</p> : null}
      <p>
        <a href="/contact">Contactez la mairie</a> pour régulariser votre situation.
      </p>
    </Notice>
  );
}
