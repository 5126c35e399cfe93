import { EmailLink } from "@/components/ui/contact-link";
import type { Portal } from "@/lib/shared/portal";
import { TextLink } from "@/components/ui/text-link";

/** What article 6 III of the law n° 2004-575 of 21 June 2004 asks every publisher to say. */
export function LegalNotice({ portal }: { portal: Portal }) {
  const { legal, contact, organisations } = portal;
  return (
    <>
      <h2>Éditeur</h2>
      <p>{legal.publisher}</p>
      <address className="not-italic">
        {contact.address.map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
      </address>
      <p>
        Téléphone : {contact.phone}. Courriel : <EmailLink email={contact.email} />.
      </p>
      <p>Directeur ou directrice de la publication : {legal.director}.</p>

      {organisations.length > 0 ? (
        <>
          <h2>Organismes qui répondent sur ce portail</h2>
          <ul>
            {organisations.map(({ name, role }) => (
              <li key={name}>
                <strong>{name}</strong>
                {role ? ` : ${role}` : null}.
              </li>
            ))}
          </ul>
        </>
      ) : null}

      <h2>Hébergement</h2>
      <p>{legal.host}.</p>

      <h2>Logiciel et réutilisation</h2>
      <p>
        Ce portail fonctionne avec Parvis, un logiciel libre publié sous la licence publique de l’Union européenne
        (EUPL, version 1.2). Les textes de ce site qui décrivent les démarches peuvent être réutilisés librement en
        citant leur source et la date de leur mise à jour. Le nom et le logo de la commune restent les siens.
      </p>
      <p>
        Les icônes viennent de Lucide (licence ISC) et les caractères sont Atkinson Hyperlegible Next, dessinés par
        l’institut Braille des États-Unis (licence SIL Open Font).
      </p>

      <h2>Liens et exactitude</h2>
      <p>
        Les informations sont tenues à jour par les services. Si vous remarquez une erreur,{" "}
        <TextLink href="/contact">signalez-la</TextLink> : elle sera corrigée. Les sites vers lesquels mène ce portail
        sont sous la responsabilité de leurs éditeurs.
      </p>
    </>
  );
}
