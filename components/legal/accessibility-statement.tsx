import type { Portal } from "@/lib/shared/portal";
import { TextLink } from "@/components/ui/text-link";

/** Decree n° 2019-768 of 24 July 2019, article 5: the content of the statement is set by the RGAA. */
export function AccessibilityStatement({ portal }: { portal: Portal }) {
  return (
    <>
      <p>
        {portal.legal.publisher} s’engage à rendre ce portail accessible, conformément à l’article 47 de la loi n°
        2005-102 du 11 février 2005.
      </p>

      <h2>État de conformité</h2>
      <p>
        Ce portail est <strong>non conforme</strong> au référentiel général d’amélioration de l’accessibilité (RGAA),
        version 4.1 : aucun audit complet n’a encore été fait par une personne qualifiée, et la règle veut qu’un site
        non audité soit déclaré ainsi.
      </p>
      <Tests />

      <h2>Contenus non accessibles</h2>
      <p>Sans audit, la liste ne peut pas être complète. Ce que nous savons déjà :</p>
      <ul>
        <li>
          les documents que des services ou des usagers déposent peuvent ne pas être lisibles par une aide technique ;
        </li>
        <li>les courriels n’ont pas été essayés avec tous les logiciels de messagerie.</li>
      </ul>

      <h2>Établissement de cette déclaration</h2>
      <p>
        Elle a été établie le 23 novembre 2026. Technologies du portail : HTML, CSS, SVG, PDF balisé, et JavaScript,
        dont aucune page ne dépend.
      </p>
      <Help portal={portal} />
    </>
  );
}

function Tests() {
  return (
    <>
      <h2>Ce qui est vérifié</h2>
      <p>À chaque changement du logiciel, des essais automatiques vérifient notamment :</p>
      <ul>
        <li>l’absence de défaut signalé par l’outil axe, en clair et en sombre, sur grand et petit écran ;</li>
        <li>le parcours complet sans JavaScript, et au clavier seul ;</li>
        <li>l’affichage sur 320 pixels de large, ce qui correspond à un zoom de 400 % ;</li>
        <li>le contraste des couleurs : celles que choisit la commune sont refusées si elles ne se lisent pas.</li>
      </ul>
      <p>Ces essais ne remplacent ni un audit, ni l’avis des personnes concernées.</p>
    </>
  );
}

function Help({ portal }: { portal: Portal }) {
  const { contact } = portal;
  return (
    <>
      <h2>Vous êtes bloqué ?</h2>
      <p>
        Dites-le-nous : un agent vous aidera à faire la démarche autrement, et le défaut sera corrigé. Téléphone :{" "}
        {contact.phone}. Courriel : <TextLink href={`mailto:${contact.email}`}>{contact.email}</TextLink>. Courrier :{" "}
        {contact.address.join(", ")}.
      </p>

      <h2>Voie de recours</h2>
      <p>
        Si vous nous avez signalé un défaut qui vous empêche d’utiliser le portail et que vous n’avez pas obtenu de
        réponse satisfaisante, vous pouvez :
      </p>
      <ul>
        <li>écrire au Défenseur des droits, par le formulaire de defenseurdesdroits.fr ;</li>
        <li>rencontrer son délégué ou sa déléguée dans votre région ;</li>
        <li>
          envoyer un courrier, gratuit et sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.
        </li>
      </ul>
    </>
  );
}
