import { EmailLink } from "@/components/ui/contact-link";
import type { Portal } from "@/lib/shared/portal";
import { TextLink } from "@/components/ui/text-link";
import { wholeAddress } from "@/lib/shared/text";

/** Articles 15 to 22 of the GDPR, and article 85 of the law n° 78-17. */
export function DataRights({ portal }: { portal: Portal }) {
  return (
    <>
      <h2 id="vos-droits">Quels sont vos droits ?</h2>
      <ul>
        <li>
          <strong>Accéder à vos données</strong> : elles sont dans{" "}
          <TextLink href="/espace/compte">votre compte</TextLink> et dans vos demandes.{" "}
          <TextLink href="/espace/compte/export">Mes données</TextLink> vous en donne une copie complète, quand vous le
          voulez.
        </li>
        <li>
          <strong>Les corriger</strong> : depuis <TextLink href="/espace/compte/donnees">votre compte</TextLink>, à tout
          moment.
        </li>
        <li>
          <strong>Les effacer</strong> : en <TextLink href="/espace/compte/supprimer">supprimant le compte</TextLink>.
          Les demandes terminées sont alors rendues anonymes ; celles en cours vous sont montrées d’abord.
        </li>
        <li>
          <strong>Vous opposer à un traitement, ou le limiter</strong>, pour des raisons tenant à votre situation.
        </li>
        <li>
          <strong>Dire ce que deviendront vos données</strong> après votre décès.
        </li>
      </ul>
      <p>
        Pour exercer ces droits autrement qu’en ligne, écrivez à <EmailLink email={portal.legal.dpoEmail} /> ou par
        courrier à {wholeAddress(portal.contact.address.join(", "))}. Une réponse vous est donnée dans un délai d’un
        mois.
      </p>
      <p>
        Si elle ne vous satisfait pas, vous pouvez adresser une réclamation à la CNIL : en ligne sur cnil.fr, ou par
        courrier au 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07.
      </p>

      <h2>Cookies</h2>
      <p>
        Le portail n’utilise que ceux dont il a besoin pour fonctionner. Ils sont décrits dans la page{" "}
        <TextLink href="/cookies">Cookies</TextLink>.
      </p>
    </>
  );
}
