import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { LinkButton } from "@/components/ui/link-button";
import { franceConnectOnly } from "@/lib/web/identity/france-connect";

const exit = "/api/auth/franceconnect/sortie";

/** On the way out: the page leads to FranceConnect by itself, with JavaScript or without; a form could not. */
export default function LeaveFranceConnectPage() {
  franceConnectOnly();
  return (
    <Page width="form">
      <meta httpEquiv="refresh" content={`0;url=${exit}`} />
      <PageTitle title="Déconnexion de FranceConnect" />
      <PageHeading
        title="Déconnexion de FranceConnect"
        lead="FranceConnect va fermer aussi la connexion ouverte chez lui."
      />
      <LinkButton href={exit}>Continuer</LinkButton>
    </Page>
  );
}
