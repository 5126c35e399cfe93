import { Checkbox } from "@/components/ui/fields/checkbox";
import type { SimpleField } from "@/lib/demarches/form";

type Props = { field: SimpleField; path: string; isNamed?: boolean };

/** « Je ne connais pas cette information », with what it entails; `isNamed`: with the question said again. Nothing where there is none. */
export function WaiverBox({ field, path, isNamed }: Props) {
  const { waiver } = field;
  if (!waiver) return null;
  const label = (
    <>
      {waiver.label}
      {isNamed ? <span className="sr-only"> : {field.label}</span> : null}
    </>
  );
  return <Checkbox name={`${path}.waived`} label={label} hint={waiver.help} />;
}
