import { TextLink } from "@/components/ui/text-link";
import { idleTime } from "@/lib/vocabulary/session-minutes";
import { tokenLifetime } from "@/lib/vocabulary/tokens";
import type { Given, Rubric } from "./question";

export const accountRubric: Rubric = {
  id: "mon-compte",
  title: "Gestion de mon compte",
  questions: [
    { id: "qu-est-ce-que-mon-compte", question: "Qu’est-ce que mon compte ?", Answer: WhatItIs },
    { id: "interet-du-compte", question: "Pourquoi créer un compte ?", Answer: WhyOne },
    { id: "creer-mon-compte", question: "Comment créer mon compte ?", Answer: HowToCreate },
    { id: "modifier-mon-compte", question: "Comment modifier mon compte ?", Answer: HowToChange },
    { id: "me-connecter", question: "Comment me connecter ?", Answer: HowToSignIn },
  ],
};

function WhatItIs() {
  return (
    <>
      <p>C’est votre espace personnel sur ce portail. Il vous est réservé. Vous y trouvez :</p>
      <ul>
        <li>vos coordonnées, que vous tenez à jour vous-même ;</li>
        <li>les personnes de votre foyer et les organismes que vous représentez, si vous souhaitez les ajouter ;</li>
        <li>votre porte-documents, pour fournir un justificatif sans le chercher à nouveau ;</li>
        <li>vos brouillons et vos demandes, avec leur avancement et vos échanges avec les services ;</li>
        <li>vos préférences : comment nous vous joignons, et quels courriels vous voulez recevoir.</li>
      </ul>
      <p>
        Il est facultatif. Sans compte, vous pouvez faire les démarches ouvertes à tous et les suivre avec leur numéro.
      </p>
    </>
  );
}

function WhyOne() {
  return (
    <>
      <p>
        Pour ne pas écrire deux fois la même chose. Ce que vous avez déjà indiqué, pour vous ou pour votre foyer, est
        proposé dans la démarche suivante. Vous vérifiez, vous complétez, c’est tout.
      </p>
      <p>
        Vous n’avez pas à tout remplir le premier jour : un courriel, un nom et un mot de passe suffisent. Le reste
        s’ajoute au fil de vos démarches, quand il devient utile.
      </p>
      <p>
        Une information corrigée dans un formulaire ne vaut que pour cette demande. Votre compte ne change que si vous
        le modifiez vous-même.
      </p>
    </>
  );
}

function HowToCreate({ usesFranceConnect }: Given) {
  return (
    <>
      <p>Il y a deux chemins, et tous deux demandent une adresse de courriel.</p>
      <p>
        <strong>En commençant par le compte.</strong>
      </p>
      <ol>
        <li>
          Ouvrez <TextLink href="/inscription">Créer mon compte</TextLink> et donnez votre courriel.
        </li>
        <li>
          Suivez le lien que nous vous envoyons. Il est valable {tokenLifetime("activation")} et ne sert qu’une fois.
          S’il n’arrive pas, regardez dans les courriers indésirables, puis recommencez.
        </li>
        <li>Indiquez votre prénom, votre nom et le mot de passe de votre choix.</li>
      </ol>
      <p>
        <strong>En commençant par une démarche.</strong> Choisissez-la, puis « Commencer ». Si elle est ouverte à tous,
        vous pouvez la remplir d’abord et créer votre compte ensuite.
      </p>
      {usesFranceConnect ? (
        <p>
          Sur la page <TextLink href="/inscription">Créer mon compte</TextLink>, vous pouvez aussi vous identifier avec
          FranceConnect : vous n’avez pas à saisir votre nom, et FranceConnect ouvrira votre compte les fois suivantes.
          Il reste à confirmer votre courriel et à choisir un mot de passe.
        </p>
      ) : null}
      <p>
        Vous recevez ensuite votre identifiant, formé de votre prénom et de votre nom. Il remplace le courriel à la
        connexion si vous le préférez, et vous pouvez{" "}
        <TextLink href="/espace/compte/identifiant">en choisir un autre</TextLink>.
      </p>
    </>
  );
}

function HowToChange() {
  return (
    <>
      <p>
        Connectez-vous, puis choisissez votre nom en haut à gauche de la page : il mène à{" "}
        <TextLink href="/espace/compte">Gestion du compte</TextLink>. Vous pouvez y changer votre courriel, votre mot de
        passe, vos données, vos préférences, ou supprimer le compte.
      </p>
      <p>
        Pour ajouter un adulte, un enfant, une association ou une entreprise, ouvrez{" "}
        <TextLink href="/espace/relations">Mes relations</TextLink>. Chaque fiche se modifie bloc par bloc. L’adresse de
        votre compte est proposée pour les nouvelles fiches, et rien n’oblige à la garder.
      </p>
      <p>
        La page <TextLink href="/espace/compte/export">Mes données</TextLink> vous donne, en un seul fichier, une copie
        de tout ce que le portail garde de vous. Votre mot de passe vous y est demandé.
      </p>
      <p>
        Le changement de courriel est confirmé par un lien envoyé à la nouvelle adresse. L’ancienne est prévenue, et
        reçoit un lien pour revenir en arrière pendant {tokenLifetime("email_restore")}. Si vous n’avez plus accès à
        l’ancienne, présentez-vous à un guichet avec une pièce d’identité : deux agents vérifient, puis votre compte
        prend la nouvelle adresse. Où aller ? <TextLink href="/contact">Contactez la mairie</TextLink>.
      </p>
    </>
  );
}

function HowToSignIn({ usesFranceConnect }: Given) {
  return (
    <>
      <p>
        Choisissez « Se connecter » en haut de la page, ou utilisez le cadre de connexion de la page d’accueil.
        Saisissez votre courriel ou votre identifiant, puis votre mot de passe.
      </p>
      <p>
        Après {idleTime("citizen")} sans activité, la session se ferme pour protéger vos données. Vous êtes prévenu
        avant, et ce que vous étiez en train de remplir est gardé dans vos brouillons.
      </p>
      <p>
        Sans mot de passe, demandez un <TextLink href="/connexion/lien">lien de connexion</TextLink>. Il arrive par
        courriel et sert une fois.
      </p>
      {usesFranceConnect ? (
        <p>
          Avec FranceConnect, c’est votre compte des impôts ou de l’Assurance maladie, par exemple, qui prouve votre
          identité. La première fois, vous liez FranceConnect à votre compte du portail. Vous pouvez le délier quand
          vous voulez, dans <TextLink href="/espace/compte/franceconnect">Gestion du compte</TextLink> : votre mot de
          passe continue de servir.
        </p>
      ) : null}
      <p>
        Vous ne retrouvez pas votre identifiant ? Demandez-le par{" "}
        <TextLink href="/identifiant-oublie">Identifiant oublié</TextLink>.
      </p>
    </>
  );
}
