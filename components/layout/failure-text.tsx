import { ButtonRow } from "@/components/ui/button-row";
import { buttonClass } from "@/components/ui/button-class";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { LinkButton } from "@/components/ui/link-button";
import { Prose } from "@/components/ui/prose";
import { TextLink } from "@/components/ui/text-link";
import type { Failure } from "@/lib/shared/failure";
import { Page } from "./page";
import { PageHeading } from "./page-heading";
import { PageTitle } from "./page-title";

type Props = { failure: Failure; /** Of the service that helps citizens. */ phone: string };

const words: Record<Exclude<Failure["kind"], "absent">, { title: string; lead: string }> = {
  broken: {
    title: "Une erreur est survenue de notre côté",
    lead: "Ce que vous aviez déjà enregistré est conservé. Réessayez dans un instant.",
  },
  away: {
    title: "Le portail est momentanément indisponible",
    lead: "Cela ne vient pas de vous, et ce que vous aviez déjà enregistré est conservé. Réessayez dans quelques minutes.",
  },
  unreadable: {
    title: "Cet envoi n’a pas été compris",
    lead: "Rien n’a été enregistré. Rouvrez la page, puis recommencez.",
  },
  outdated: {
    title: "Le portail vient d’être mis à jour",
    lead: "La page que vous remplissiez a changé entre-temps : rien n’a été enregistré. Rouvrez-la, puis recommencez.",
  },
};

/** Why the page that was asked for is not there, what to do, and whom to call. Needs no script and nothing of the database. */
export function FailureText({ failure, phone }: Props) {
  const { title, lead } = words[failure.kind === "absent" ? "broken" : failure.kind];
  return (
    <>
      <PageTitle title={title} />
      <Page>
        <PageHeading title={title} lead={lead} />
        {failure.isSendable ? <SendAgain failure={failure} /> : <OpenAgain failure={failure} />}
        <Prose>
          <p>
            Si cela recommence,{" "}
            {/^\/admin(\/|\?|$)/.test(failure.path) ? (
              "prévenez un administrateur du portail"
            ) : (
              <CallUs phone={phone} />
            )}
            {failure.number ? (
              <>
                {" "}
                et indiquez le numéro <strong>{failure.number}</strong>
              </>
            ) : null}
            .
          </p>
        </Prose>
      </Page>
    </>
  );
}

function CallUs({ phone }: { phone: string }) {
  return (
    <>
      <TextLink href="/contact">contactez-nous</TextLink> au {phone}
    </>
  );
}

/** What was posted, ready to be posted again as it was. */
function SendAgain({ failure }: { failure: Failure }) {
  return (
    <form method="post" encType="multipart/form-data" action={failure.path}>
      <Prose>
        <p>
          Ce que vous venez de saisir est conservé tant que cette page reste ouverte.
          {failure.hasPassword ? " Le mot de passe vous sera redemandé." : null}
        </p>
      </Prose>
      {failure.fields.map(([name, value], index) => (
        <HiddenFields key={`${name} ${index}`} values={{ [name]: value }} />
      ))}
      <ButtonRow>
        <button type="submit" className={buttonClass({})}>
          Envoyer à nouveau
        </button>
        <LinkButton href={failure.path} variant="plain">
          Abandonner cette saisie
        </LinkButton>
      </ButtonRow>
    </form>
  );
}

function OpenAgain({ failure }: { failure: Failure }) {
  const texts = failure.fields.filter(([name, value]) => isTyped(name) && value.trim() !== "");
  return (
    <>
      {texts.length > 0 ? (
        <Prose>
          <p>Voici ce que vous aviez saisi, pour le recopier :</p>
          <ul>
            {texts.map(([name, value], index) => (
              <li key={`${name} ${index}`} className="whitespace-pre-wrap">
                {value}
              </li>
            ))}
          </ul>
        </Prose>
      ) : null}
      <ButtonRow>
        <LinkButton href={failure.path}>{failure.kind === "outdated" ? "Rouvrir la page" : "Réessayer"}</LinkButton>
      </ButtonRow>
    </>
  );
}

/** Identifiers and versions are no text of anybody's. */
function isTyped(name: string): boolean {
  return !/(Id|version|Version)$|^(edition|base|retour|slug|role)$/.test(name);
}
