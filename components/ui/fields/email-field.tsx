import { TextField, type TextFieldProps } from "./text-field";

type Props = Pick<TextFieldProps, "name" | "label" | "hint" | "optional" | "defaultValue" | "isReadOnly"> & {
  /** « username » where the address opens the account. */
  autoComplete?: "email" | "username" | "off";
};

/** An e-mail address: right keyboard, no capital, no correction. */
export function EmailField({ autoComplete = "email", ...props }: Props) {
  return (
    <TextField
      {...props}
      type="email"
      inputMode="email"
      autoComplete={autoComplete}
      spellCheck={false}
      autoCapitalize="none"
    />
  );
}
