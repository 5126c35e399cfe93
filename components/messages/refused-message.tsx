import { RefusedForm, typedText } from "@/components/ui/form/refused-form";
import type { RefusedForm as Refused } from "@/lib/shared/form-state";

/** Where exchanges were closed while somebody wrote: the message is refused, and given back. Nothing where none was written. */
export function RefusedMessage({ refused }: { refused: Refused | null }) {
  const text = typedText(refused, "body");
  if (!refused || text === "") return null;
  return <RefusedForm refused={refused} typed={[{ label: "Votre message", text }]} />;
}
