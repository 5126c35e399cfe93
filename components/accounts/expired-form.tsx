import { ButtonRow } from "@/components/ui/button-row";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import type { FormValues } from "@/lib/shared/form-state";

/** `mark`: the hidden field that says that this form is sent again. */
type Props = { action: FormAction; values: FormValues; mark: string };

/** What was sent too late by a browser without JavaScript, ready to be sent again to the same action. */
export function ExpiredForm({ action, values, mark }: Props) {
  return (
    <div className="frame page">
      <div className="page-form">
        <header className="page-heading">
          <h1>Votre session a pris fin</h1>
          <p className="page-lead">
            Rien n’a été enregistré. Ce que vous avez saisi est conservé tant que cette page reste ouverte.
          </p>
        </header>
        <div className="prose mb-8">
          <ol>
            <li>
              <a href="/connexion" target="_blank" rel="noopener">
                Connectez-vous dans un autre onglet
              </a>
              .
            </li>
            <li>Revenez sur cette page, et validez à nouveau. Un mot de passe ou un fichier vous sera redemandé.</li>
          </ol>
        </div>
        <ActionForm action={action} title="Votre session a pris fin">
          <HiddenFields values={{ [mark]: "1" }} />
          {Object.entries(values).flatMap(([name, value]) =>
            [value].flat().map((text, index) => <HiddenFields key={`${name} ${index}`} values={{ [name]: text }} />),
          )}
          <ButtonRow>
            <SubmitButton>Valider à nouveau</SubmitButton>
            <LinkButton href="/espace" variant="plain">
              Abandonner
            </LinkButton>
          </ButtonRow>
        </ActionForm>
      </div>
    </div>
  );
}
