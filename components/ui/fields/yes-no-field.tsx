import type { ReactNode } from "react";
import { RadioGroup } from "./radio-group";

type Props = { name: string; label: string; hint?: ReactNode; optional?: boolean; defaultValue?: "yes" | "no" };

const options = [
  { value: "yes", label: "Oui" },
  { value: "no", label: "Non" },
] as const;

/** A question answered by « Oui » or « Non »; posts « yes » or « no ». */
export function YesNoField(props: Props) {
  return <RadioGroup {...props} options={options} isInline />;
}
