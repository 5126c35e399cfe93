import { TextField, type TextFieldProps } from "./text-field";

type Props = Pick<
  TextFieldProps,
  "name" | "label" | "hint" | "optional" | "defaultValue" | "width" | "autoComplete"
> & {
  /** Accepts a comma: « 12,5 ». */
  isDecimal?: boolean;
};

/** A quantity. A text input with a numeric keyboard: the wheel of the mouse never changes it. */
export function NumberField({ isDecimal, width = 5, ...props }: Props) {
  return <TextField {...props} width={width} inputMode={isDecimal ? "decimal" : "numeric"} spellCheck={false} />;
}
