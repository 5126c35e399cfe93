import { Checkbox } from "@/components/ui/fields/checkbox";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { DraftView } from "@/lib/demandes/types/demande";
import { newAddressOf } from "@/lib/demarches/rules/new-address";
import { formatDate } from "@/lib/shared/dates";

/**
 * T17, F6: the account takes the new address only if its owner ticks the box, and once they live there. Nothing where the form gives
 * no such address, without account, and once it is filed.
 */
export function AccountAddress({ draft }: { draft: DraftView }) {
  const { mode, definition, answers, context } = draft;
  const found = mode === "new" && context.isSignedIn ? newAddressOf(definition, answers) : null;
  if (!found) return null;
  if (found.from > context.today) return <Later day={found.from} />;
  return (
    <div className="mb-6">
      <Checkbox
        name="updatesAccount"
        label="Mettre à jour aussi l’adresse de mon compte"
        hint="Sans cette case, votre compte garde l’adresse qu’il a."
      />
    </div>
  );
}

function Later({ day }: { day: string }) {
  return (
    <Notice title="L’adresse de votre compte ne change pas aujourd’hui">
      <p>
        Vous y habiterez à partir du {formatDate(day)}. Ce jour-là, changez-la vous-même dans{" "}
        <TextLink href="/espace/compte/donnees/adresse">l’adresse de votre compte</TextLink>.
      </p>
    </Notice>
  );
}
