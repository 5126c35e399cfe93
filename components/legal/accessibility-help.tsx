import { EmailLink, PhoneLink } from "@/components/ui/contact-link";
import type { Portal } from "@/lib/shared/portal";
import { TextLink } from "@/components/ui/text-link";
import { wholeAddress } from "@/lib/shared/text";

/** Whom to tell, and whom to turn to when nothing was answered (decree n° 2019-768, article 5). */
export function AccessibilityHelp({ contact }: { contact: Portal["contact"] }) {
  return (
    <>
      <h2>Vous êtes bloqué ?</h2>
      <p>
        Dites-le-nous : un agent vous aidera à faire la démarche autrement, et le défaut sera corrigé. Téléphone :{" "}
        <PhoneLink phone={contact.phone} />. Courriel : <EmailLink email={contact.email} />. Courrier :{" "}
        {wholeAddress(contact.address.join(", "))}.
      </p>

      <h2>Voie de recours</h2>
      <p>
        Si vous nous avez signalé un défaut qui vous empêche d’utiliser le portail et que vous n’avez pas obtenu de
        réponse satisfaisante, vous pouvez :
      </p>
      <ul>
        <li>
          <TextLink href="https://formulaire.defenseurdesdroits.fr/">écrire au Défenseur des droits</TextLink> ;
        </li>
        <li>
          <TextLink href="https://www.defenseurdesdroits.fr/saisir/delegues">
            rencontrer le délégué du Défenseur des droits dans votre région
          </TextLink>{" "}
          ;
        </li>
        <li>
          lui téléphoner au <TextLink href="tel:0969390000">{"09\u00a069\u00a039\u00a000\u00a000"}</TextLink> ;
        </li>
        <li>
          envoyer un courrier, gratuit et sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.
        </li>
      </ul>
    </>
  );
}
