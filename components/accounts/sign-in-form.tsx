import { ButtonRow } from "@/components/ui/button-row";
import { PasswordField } from "@/components/ui/fields/password-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { IdentifierField } from "./identifier-field";

type Props = {
  action: FormAction;
  /** Title of the document, on the sign-in page only. */
  title?: string;
  /** Names the form where the page holds others. */
  label?: string;
  /** Sealed path to come back to. */
  retour?: string;
};

/** Identifier and password (F38), with the ways out for who lost one of them. */
export function SignInForm({ action, title, label, retour = "" }: Props) {
  return (
    <ActionForm action={action} title={title} label={label} required="all">
      <input type="hidden" name="retour" value={retour} />
      <IdentifierField />
      <PasswordField name="password" label="Mot de passe" autoComplete="current-password" />
      <ButtonRow>
        <SubmitButton>Se connecter</SubmitButton>
      </ButtonRow>
      <ul className="link-list mt-4">
        <li>
          <TextLink href={retour ? `/connexion/lien?retour=${encodeURIComponent(retour)}` : "/connexion/lien"}>
            Me connecter par un lien, sans mot de passe
          </TextLink>
        </li>
        <li>
          <TextLink href="/mot-de-passe-oublie">Mot de passe oublié</TextLink>
        </li>
        <li>
          <TextLink href="/identifiant-oublie">Identifiant oublié</TextLink>
        </li>
      </ul>
    </ActionForm>
  );
}
