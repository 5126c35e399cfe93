import type { FieldErrors } from "@/lib/shared/form-state";
import { Summary } from "./summary";

type Props = { warnings: FieldErrors; /** The button that goes on with the same answers. */ again: string };

/** What is unlikely: nothing is wrong, and it says how to go on. */
export function WarningSummary({ warnings, again }: Props) {
  const [these, exact] =
    Object.keys(warnings).length === 1 ? ["cette réponse", "elle est exacte"] : ["ces réponses", "elles sont exactes"];
  return (
    <Summary tone="warning" title={`Vérifiez ${these}`} messages={warnings}>
      <p>
        Si {exact}, ne changez rien et appuyez à nouveau sur « {again} ».
      </p>
    </Summary>
  );
}
