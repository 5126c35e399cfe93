import type { Portal } from "@/lib/shared/portal";
import { TextLink } from "@/components/ui/text-link";

/** Ordinance n° 2005-1516 and articles L. 112-7 to L. 112-11 of the CRPA: the rules of an online service of the administration. */
export function TermsOfUse({ portal }: { portal: Portal }) {
  return (
    <>
      <h2>Ce que propose le portail</h2>
      <p>
        {portal.title} permet à toute personne de s’informer sur les démarches de{" "}
        {portal.organisations.map(({ name }) => name).join(", ") || portal.town}, de les faire en ligne et d’en suivre
        l’avancement. Son usage est gratuit et facultatif : le guichet, le téléphone et le courrier restent ouverts.
      </p>

      <h2>Avec ou sans compte</h2>
      <p>
        Le compte est personnel. Vous choisissez un mot de passe que vous ne confiez à personne ; ce qui est fait depuis
        votre compte est réputé l’être par vous, sauf si vous nous signalez un usage frauduleux. Vous pouvez agir pour
        un membre de votre foyer ou pour un organisme que vous représentez, si vous en avez le droit.
      </p>

      <h2>Vos demandes</h2>
      <p>
        Une demande est reçue quand son numéro vous est donné. Un accusé de réception vous est envoyé, comme le
        prévoient les articles L. 112-11 et R. 112-11-1 du code des relations entre le public et l’administration. Il
        indique la date de réception, le service chargé du dossier et le délai de réponse.
      </p>
      <p>
        Vous garantissez l’exactitude de ce que vous indiquez. Faire usage d’un faux document, ou faire une fausse
        déclaration à une administration, est puni par les articles 441-1 et suivants du code pénal.
      </p>

      <h2>Disponibilité</h2>
      <p>
        Le portail est ouvert à toute heure. Une maintenance annoncée peut le mettre en lecture seule ; vos brouillons
        sont conservés. Si une panne vous empêche d’agir avant une date limite,{" "}
        <TextLink href="/contact">prévenez-nous</TextLink>.
      </p>

      <h2>Bon usage</h2>
      <p>
        Il est interdit de se faire passer pour quelqu’un d’autre, d’envoyer des demandes fictives ou de gêner le
        fonctionnement du portail. Un compte utilisé ainsi peut être suspendu ; son titulaire en est informé et peut le
        contester.
      </p>

      <h2>Évolution de ces conditions</h2>
      <p>Si elles changent, les titulaires d’un compte en sont prévenus avant que le changement ne s’applique.</p>
    </>
  );
}
