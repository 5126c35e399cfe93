import { Checkbox } from "@/components/ui/fields/checkbox";
import type { SimpleField } from "@/lib/demarches/form";

/** « Je ne connais pas cette information », with what it entails. A date names its boxes alone: there the question is said again. */
export function WaiverBox({ field, path }: { field: SimpleField; path: string }) {
  const { waiver } = field;
  if (!waiver) return null;
  const label = (
    <>
      {waiver.label}
      {field.type === "date" ? <span className="sr-only"> : {field.label}</span> : null}
    </>
  );
  return <Checkbox name={`${path}.waived`} label={label} hint={waiver.help} />;
}
