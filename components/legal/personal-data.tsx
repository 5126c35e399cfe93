import { EmailLink } from "@/components/ui/contact-link";
import type { Portal } from "@/lib/shared/portal";
import { lifetime } from "@/lib/vocabulary/lifetimes";
import { TextLink } from "@/components/ui/text-link";
import { DataRights } from "./data-rights";

/** Articles 13 and 14 of the GDPR, law n° 78-17: who, why, on what ground, how long, for whom, and which rights. */
export function PersonalData({ portal, usesFranceConnect }: { portal: Portal; usesFranceConnect: boolean }) {
  return (
    <>
      <p>
        Ce portail applique la loi n° 78-17 du 6 janvier 1978 relative à l’informatique, aux fichiers et aux libertés,
        et le règlement général sur la protection des données (RGPD, règlement UE 2016/679). Il suit les recommandations
        de la Commission nationale de l’informatique et des libertés (CNIL), l’autorité qui veille à leur respect.
      </p>

      <h2>Qui est responsable ?</h2>
      <p>
        {portal.legal.publisher} est responsable du portail et de vos comptes. Pour une demande, le responsable est
        l’organisme nommé sur la page de la démarche. Son délégué ou sa déléguée à la protection des données répond à
        l’adresse <EmailLink email={portal.legal.dpoEmail} />.
      </p>

      <Purposes usesFranceConnect={usesFranceConnect} />
      <Recipients />
      <DataRights portal={portal} />
    </>
  );
}

function Purposes({ usesFranceConnect }: { usesFranceConnect: boolean }) {
  return (
    <>
      <h2>Quelles données, pourquoi, et combien de temps ?</h2>
      <h3>Votre compte</h3>
      <p>
        Courriel, nom, coordonnées et personnes de votre foyer que vous choisissez d’indiquer : pour vous reconnaître et
        vous éviter de ressaisir. La base est la mission d’intérêt public de la commune (article 6.1.e du RGPD) ; le
        compte est facultatif et vous le supprimez quand vous le voulez. Un compte inutilisé pendant{" "}
        {lifetime("idle_account")} est supprimé, après deux avertissements.
      </p>
      {usesFranceConnect ? <FranceConnect /> : null}
      <h3>Votre porte-documents</h3>
      <p>
        Les justificatifs que vous y rangez, pour vous seul. Aucun agent ne peut les ouvrir. Ils disparaissent quand
        vous les supprimez, ou avec le compte.
      </p>
      <h3>Vos brouillons et vos demandes</h3>
      <p>
        Ce que le formulaire demande, et rien d’autre : pour instruire votre demande. La page de chaque démarche précise
        sa finalité, sa base légale, et combien de temps après sa clôture une demande est rendue anonyme. Un brouillon
        est gardé {lifetime("draft")} après sa dernière modification : {lifetime("empty_draft")} si rien n’y est saisi,{" "}
        {lifetime("guest_files")} s’il contient des fichiers et que vous n’avez pas de compte.
      </p>
      <p>
        Sans compte, ce que vous commencez s’ouvre dans le seul navigateur où vous êtes, jusqu’à sa fermeture ou{" "}
        {lifetime("guest_idle")} sans rien faire. Vous pouvez l’y garder {lifetime("guest_device")} sur un appareil à
        vous, ou l’effacer tout de suite par « Quitter et effacer de cet appareil ».
      </p>
      <h3>La copie de vos données</h3>
      <p>
        Quand vous la demandez dans <TextLink href="/espace/compte/export">Mes données</TextLink>, un fichier réunit ce
        que le portail garde de vous, pour que vous puissiez le lire ou le porter ailleurs. Il est chiffré, vous seul
        pouvez le télécharger, et il est effacé au bout de {lifetime("data_copy")}.
      </p>
      <h3>Le journal technique</h3>
      <p>
        Les opérations faites sur les demandes et les comptes, pour la sécurité : {lifetime("journal")}. Il ne contient
        pas le contenu de vos formulaires.
      </p>
    </>
  );
}

function FranceConnect() {
  return (
    <>
      <h3>FranceConnect</h3>
      <p>
        Si vous choisissez de vous identifier avec FranceConnect, il nous transmet votre prénom, votre nom, votre
        courriel et un numéro qui vous désigne sur ce seul portail. Le prénom, le nom et le courriel remplissent
        d’avance la création de votre compte. Du numéro, le portail ne garde qu’une empreinte, pour vous reconnaître,
        jusqu’à ce que vous déliiez FranceConnect ou supprimiez votre compte. FranceConnect sait que vous vous êtes
        connecté à ce portail ; il ne sait rien de vos demandes.
      </p>
    </>
  );
}

function Recipients() {
  return (
    <>
      <h2>Qui y a accès ?</h2>
      <p>
        Les agents du service qui traite votre demande, et eux seuls, pour cette demande. Les agents de la commune
        peuvent aussi consulter l’identité, les coordonnées et l’état d’un compte, pour le valider ou en rendre l’accès
        à son titulaire : chaque consultation est inscrite dans un journal. Ils n’ouvrent ni vos relations, ni votre
        porte-documents, ni vos brouillons. Les personnes qui administrent le portail interviennent sous le contrôle de
        la commune. Rien n’est vendu, ni utilisé pour de la publicité ; aucun outil de mesure d’audience d’une autre
        société n’est présent.
      </p>
      <p>
        Aucune décision n’est prise par un traitement automatique seul. Toute décision qui vous concerne est celle d’un
        agent.
      </p>
    </>
  );
}
