import { ButtonRow } from "@/components/ui/button-row";
import { EmailField } from "@/components/ui/fields/email-field";
import { CurrentPasswordField } from "@/components/ui/fields/current-password-field";
import { PasswordField } from "@/components/ui/fields/password-field";
import { RadioGroup } from "@/components/ui/fields/radio-group";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { IdentifierField } from "./identifier-field";

type Props = { action: FormAction; title: string };

/** Proves an account by its password, and links it. */
export function LinkByPasswordForm({ action, title }: Props) {
  return (
    <ActionForm action={action} title={title} label="Avec votre mot de passe" required="all" className="mt-4">
      <IdentifierField />
      <PasswordField name="password" label="Mot de passe" autoComplete="current-password" />
      <ButtonRow>
        <SubmitButton>Lier et me connecter</SubmitButton>
      </ButtonRow>
    </ActionForm>
  );
}

/** Proves an account by its mailbox. */
export function LinkByMailForm({ action }: Pick<Props, "action">) {
  return (
    <ActionForm action={action} label="Par un courriel" className="mt-4">
      <EmailField name="email" label="Courriel de votre compte" />
      <ButtonRow>
        <SubmitButton variant="secondary">Recevoir un lien par courriel</SubmitButton>
      </ButtonRow>
    </ActionForm>
  );
}

const kinds = [
  { value: "personal", label: "Usage personnel" },
  { value: "professional", label: "Usage professionnel" },
];

/** A new account for an identity: the address that the provider gave may be changed, and is confirmed by our own link. */
export function IdentityAccountForm({ action, title, email }: Props & { email: string }) {
  return (
    <ActionForm action={action} title={title} required="all">
      <RadioGroup name="kind" label="À quoi servira ce compte ?" options={kinds} defaultValue="personal" />
      <EmailField
        name="email"
        label="Courriel"
        defaultValue={email}
        hint="Vous y recevrez un lien pour finaliser votre inscription."
      />
      <ButtonRow>
        <SubmitButton>Valider</SubmitButton>
      </ButtonRow>
    </ActionForm>
  );
}

/** Links the identity just proved to the account that is open, the password recalled. */
export function LinkHereForm({ action, title, email }: Props & { email: string }) {
  return (
    <ActionForm action={action} title={title}>
      <input type="email" name="username" value={email} autoComplete="username" readOnly hidden />
      <CurrentPasswordField />
      <FormButtons cancelHref="/espace/compte" label="Lier FranceConnect à mon compte" />
    </ActionForm>
  );
}

/** FranceConnect opens the account no more. */
export function UnlinkForm({ action, title }: Props) {
  return (
    <ActionForm action={action} title={title}>
      <p>
        Une fois FranceConnect délié, vous vous connecterez avec votre courriel ou votre identifiant, et votre mot de
        passe. Vous l’avez oublié ? <TextLink href="/mot-de-passe-oublie">Choisissez-en un autre</TextLink> d’abord.
      </p>
      <FormButtons cancelHref="/espace/compte" label="Délier FranceConnect" isDangerous />
    </ActionForm>
  );
}
