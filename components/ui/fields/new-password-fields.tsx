import { maxPasswordLength, minDifferentCharacters, minPasswordLength } from "@/lib/shared/new-password";
import { PasswordChecklist } from "./password-checklist";
import { PasswordField } from "./password-field";
import type { PasswordRule } from "./password-rules";

type Props = {
  label?: string;
  /** What the password must not contain and the page knows: the e-mail, the names. */
  words: readonly string[];
};

/** A new password with its rules (F16) and its confirmation (F17). The names typed in the same form count as personal words. */
export function NewPasswordFields({ label = "Mot de passe", words }: Props) {
  return (
    <>
      <PasswordField
        name="password"
        label={label}
        autoComplete="new-password"
        hint="Une phrase de quelques mots sans lien entre eux est facile à retenir et difficile à deviner."
      >
        <PasswordChecklist for="password" rules={rulesFor(words)} />
      </PasswordField>
      <PasswordField name="passwordConfirmation" label="Confirmation du mot de passe" autoComplete="new-password" />
    </>
  );
}

function rulesFor(words: readonly string[]): PasswordRule[] {
  return [
    {
      id: "length",
      kind: "length",
      min: minPasswordLength,
      max: maxPasswordLength,
      text: `${minPasswordLength} caractères au moins, ${maxPasswordLength} au plus`,
    },
    {
      id: "variety",
      kind: "variety",
      min: minDifferentCharacters,
      text: `${minDifferentCharacters} caractères différents au moins`,
    },
    {
      id: "unrelated",
      kind: "unrelated",
      names: ["firstName", "lastName"],
      words: words.map((word) => word.split("@")[0] ?? ""),
      text: "ni votre prénom, ni votre nom, ni votre courriel",
    },
    {
      id: "strength",
      kind: "strength",
      url: "/api/mot-de-passe",
      text: "difficile à deviner : ni mot de passe courant, ni mot connu à peine changé",
    },
    { id: "same", kind: "same", name: "passwordConfirmation", text: "les deux mots de passe sont identiques" },
  ];
}
