import { TextLink } from "../text-link";
import { PasswordField } from "./password-field";

/** The password of the account that is open, recalled before what a session left open must not be enough for. */
export function CurrentPasswordField() {
  return (
    <PasswordField
      name="currentPassword"
      label="Mot de passe actuel"
      autoComplete="current-password"
      hint={
        <>
          Oublié, ou pas encore choisi ? <TextLink href="/mot-de-passe-oublie">Choisissez un mot de passe</TextLink>{" "}
          d’abord.
        </>
      }
    />
  );
}
