import { ButtonRow } from "@/components/ui/button-row";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import type { FormValues } from "@/lib/shared/form-state";

/** `mark`: the hidden field that says that this form is sent again. `lost`: what ended. */
type Props = { action: FormAction; values: FormValues; mark: string; lost: keyof typeof words };

/** What ended, and how to open it again in another tab. */
const words = {
  session: { title: "Votre session a pris fin", again: "Connectez-vous dans un autre onglet", href: "/connexion" },
  guest: {
    title: "Votre demande s’est refermée",
    again: "Rouvrez-la dans un autre onglet, par le lien d’un courriel",
    href: "/suivi",
  },
  signed_in: {
    title: "Cette demande a été commencée sans compte",
    again: "Rattachez-la à votre compte dans un autre onglet",
    href: "/espace/sans-compte",
  },
} as const;

/** What was sent too late by a browser without JavaScript, ready to be sent again to the same action. */
export function ExpiredForm({ action, values, mark, lost }: Props) {
  const { title, again, href } = words[lost];
  return (
    <div className="frame page">
      <div className="page-form">
        <header className="page-heading">
          <h1>{title}</h1>
          <p className="page-lead">
            Rien n’a été enregistré. Ce que vous avez saisi est conservé tant que cette page reste ouverte.
          </p>
        </header>
        <div className="prose mb-8">
          <ol>
            <li>
              <a href={href} target="_blank" rel="noopener">
                {again}
              </a>
              .
            </li>
            <li>
              Revenez sur cette page, et appuyez à nouveau sur le bouton. Un mot de passe ou un fichier vous sera
              redemandé.
            </li>
          </ol>
        </div>
        <ActionForm action={action} title={title}>
          <HiddenFields values={{ [mark]: "1" }} />
          {Object.entries(values).flatMap(([name, value]) =>
            [value].flat().map((text, index) => <HiddenFields key={`${name} ${index}`} values={{ [name]: text }} />),
          )}
          <ButtonRow>
            <SubmitButton>Valider à nouveau</SubmitButton>
            <LinkButton href={lost === "guest" ? "/" : "/espace"} variant="plain">
              Abandonner
            </LinkButton>
          </ButtonRow>
        </ActionForm>
      </div>
    </div>
  );
}
