import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { franceConnectOnly } from "@/lib/web/identity/france-connect";
import { firstOf } from "@/lib/web/page/first-of";

const refused = {
  title: "Votre identité n’est pas confirmée",
  lead: "La réponse de FranceConnect n’a pas pu être vérifiée : rien n’a été enregistré. Recommencez, ou connectez-vous autrement.",
};

const reasons: Readonly<Record<string, typeof refused>> = {
  indisponible: {
    title: "FranceConnect ne répond pas",
    lead: "Réessayez dans quelques minutes. En attendant, connectez-vous avec votre mot de passe.",
  },
  interrompu: {
    title: "Vous avez interrompu FranceConnect",
    lead: "Rien n’a été enregistré. Vous pouvez recommencer, ou vous connecter autrement.",
  },
  expire: {
    title: "Votre identification a expiré",
    lead: "Trop de temps a passé, ou cette page a été ouverte dans un autre navigateur. Recommencez depuis la page de connexion.",
  },
  ferme: {
    title: "Ce compte ne peut pas être ouvert",
    lead: "Il n’est pas actif. Contactez le service dont l’adresse figure sur le portail.",
  },
};

/** What went wrong with FranceConnect, and the other ways in. */
export default async function FranceConnectProblemPage({ searchParams }: PageProps<"/franceconnect/echec">) {
  franceConnectOnly();
  const { title, lead } = reasons[firstOf((await searchParams).motif)] ?? refused;
  return (
    <Page width="form">
      <PageTitle title={title} />
      <PageHeading title={title} lead={lead} />
      <ButtonRow>
        <LinkButton href="/connexion">Se connecter</LinkButton>
        <LinkButton href="/inscription" variant="secondary">
          Créer mon compte
        </LinkButton>
      </ButtonRow>
      <ul className="link-list mt-6">
        <li>
          <TextLink href="/mot-de-passe-oublie">Mot de passe oublié</TextLink>
        </li>
        <li>
          <TextLink href="/contact">Contacter le service</TextLink>
        </li>
      </ul>
    </Page>
  );
}
