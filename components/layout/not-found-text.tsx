import { LinkButton } from "@/components/ui/link-button";
import { Prose } from "@/components/ui/prose";
import { TextLink } from "@/components/ui/text-link";
import { Page } from "./page";
import { PageHeading } from "./page-heading";
import { PageTitle } from "./page-title";

type Props = {
  /** Of the service that helps. */
  phone: string;
  /** In the agents' frame. */
  isStaff?: boolean;
};

/** Absent or somebody else's: the same words. */
export function NotFoundText({ phone, isStaff = false }: Props) {
  if (isStaff) return <StaffNotFoundText />;
  return (
    <>
      <PageTitle title="Page introuvable" />
      <Page>
        <PageHeading title="Page introuvable" lead="Rien ne se trouve à cette adresse, ou vous n’y avez pas accès." />
        <Prose>
          <ul>
            <li>Si vous avez saisi l’adresse, vérifiez qu’elle est complète.</li>
            <li>Si vous avez suivi un lien reçu par courriel, il a peut-être été coupé : copiez-le en entier.</li>
            <li>
              Si vous cherchez une de vos demandes, <TextLink href="/connexion">connectez-vous</TextLink> ou utilisez{" "}
              <TextLink href="/suivi">Suivre une demande</TextLink>.
            </li>
          </ul>
          <p>
            <LinkButton href="/demarches">Voir toutes les démarches</LinkButton>
          </p>
          <p>
            Vous ne trouvez pas ? <TextLink href="/contact">Contactez-nous</TextLink> au {phone}.
          </p>
        </Prose>
      </Page>
    </>
  );
}

function StaffNotFoundText() {
  return (
    <>
      <PageTitle title="Page introuvable" />
      <Page>
        <PageHeading
          title="Page introuvable"
          lead="Rien ne se trouve à cette adresse, ou votre service n’y a pas accès."
        />
        <Prose>
          <ul>
            <li>Si vous avez saisi un numéro, vérifiez qu’il est complet.</li>
            <li>Une demande d’un autre service ne s’ouvre qu’à ses agents et aux administrateurs.</li>
          </ul>
          <p>
            <LinkButton href="/admin/demandes">Voir les demandes</LinkButton>
          </p>
        </Prose>
      </Page>
    </>
  );
}
