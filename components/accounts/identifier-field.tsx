import { TextField } from "@/components/ui/fields/text-field";

/** What signs in: the address of the account, or its identifiant. */
export function IdentifierField() {
  return (
    <TextField
      name="identifier"
      label="Identifiant ou courriel"
      autoComplete="username"
      spellCheck={false}
      autoCapitalize="none"
    />
  );
}
