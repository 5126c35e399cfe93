import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";
import { WarningText } from "@/components/ui/warning-text";

type Props = { posted: readonly { name: string; value: string }[] };

/** What was sent too late by a browser without JavaScript, ready to be sent again as it was. */
export function ExpiredForm({ posted }: Props) {
  return (
    <>
      <WarningText>Rien n’a été enregistré, et rien n’est perdu tant que cette page reste ouverte.</WarningText>
      <ol className="prose">
        <li>
          <a href="/connexion" target="_blank" rel="noopener">
            Connectez-vous dans un nouvel onglet
          </a>
          .
        </li>
        <li>Revenez sur cette page, et validez à nouveau. Un mot de passe ou un fichier vous sera redemandé.</li>
      </ol>
      {/* The names are the framework's own too: the very same post arrives at the very same action. */}
      <form method="post" encType="multipart/form-data">
        {posted.map(({ name, value }, index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <ButtonRow>
          <button type="submit" className="button">
            Valider à nouveau
          </button>
          <LinkButton href="/espace" variant="plain">
            Abandonner
          </LinkButton>
        </ButtonRow>
      </form>
    </>
  );
}
