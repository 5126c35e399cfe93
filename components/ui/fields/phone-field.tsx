import { TextField, type TextFieldProps } from "./text-field";

type Props = Pick<TextFieldProps, "name" | "label" | "hint" | "optional" | "defaultValue"> & {
  autoComplete?: "tel" | "tel-national" | "off";
};

/** A telephone number, typed with or without spaces, with or without +33. */
export function PhoneField({ autoComplete = "tel", ...props }: Props) {
  return <TextField {...props} type="tel" inputMode="tel" autoComplete={autoComplete} width={20} />;
}
