import { ConfirmBox } from "@/components/ui/form/confirm-box";
import { WarningText } from "@/components/ui/warning-text";
import type { UnattendedService } from "@/lib/demandes/types/agent";
import { count } from "@/lib/shared/text";

/** `alone`: the services that nobody else at work follows. */
type Props = {
  alone: readonly UnattendedService[];
  warning: string;
  /** What is ticked; the whole loss unless told. */ label?: string;
};

/**
 * What a service would lose with its last agent at work, and the box to tick to do it all the same. Shown too to who is refused for a
 * colleague who left meanwhile: the page did not know.
 */
export function LeavesUnattended({ alone, warning, label = knowledge(alone) }: Props) {
  return (
    <>
      {alone.length > 0 ? <WarningText>{warning}</WarningText> : null}
      <ConfirmBox label={label} isAsked={alone.length > 0} />
    </>
  );
}

/** « Je sais que 12 demandes y attendent » */
function knowledge(alone: readonly UnattendedService[]): string {
  const waiting = alone.reduce((sum, service) => sum + service.waiting, 0);
  if (waiting === 0) return "Je sais que personne n’y répondra aux demandes";
  const bound = alone.some(({ isBounded }) => isBounded) ? "au moins " : "";
  return `Je sais que ${bound}${count(waiting, "demande")} y ${waiting > 1 ? "attendent" : "attend"}`;
}
