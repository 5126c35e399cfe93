import { Notice } from "@/components/ui/notice";
import type { DepartureHold } from "@/lib/departure/types";
import { formatDateTime } from "@/lib/shared/dates";
import { tokenLifetime } from "@/lib/vocabulary/tokens";

/** What holds the account back, said before anything is pressed. */
export function HoldNotice({ hold: { reason, until } }: { hold: DepartureHold }) {
  if (reason === "recovery_waits") {
    return (
      <Notice tone="warning" title="La suppression attend une décision">
        <p>
          Un agent a demandé de donner une autre adresse à ce compte. Pour vous protéger, il ne peut pas être supprimé
          avant que cette demande soit décidée, ou arrêtée avec le lien reçu par courriel.
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="warning" title="Le compte ne peut pas encore être supprimé">
      <p>
        Son courriel a changé il y a moins de {tokenLifetime("email_restore")}. Pour vous protéger, la suppression est
        possible
        {until ? ` à partir du ${formatDateTime(until)}` : " ensuite"}. Si c’est urgent, contactez la mairie.
      </p>
    </Notice>
  );
}
