import { TextLink } from "@/components/ui/text-link";
import { tokenLifetime } from "@/lib/vocabulary/tokens";
import type { Rubric } from "./question";

export const securityRubric: Rubric = {
  id: "securite",
  title: "Sécurité",
  questions: [
    { id: "verification-robot", question: "Pourquoi vérifier que je ne suis pas un robot ?", Answer: RobotCheck },
    { id: "mot-de-passe-perdu", question: "Que faire si j’ai perdu mon mot de passe ?", Answer: LostPassword },
    { id: "protection", question: "Comment mes informations sont-elles protégées ?", Answer: Protection },
    { id: "transmission", question: "À qui mes informations sont-elles transmises ?", Answer: Transmission },
  ],
};

function RobotCheck() {
  return (
    <>
      <p>
        Des programmes parcourent le web pour créer de faux comptes et de fausses demandes par milliers. Ils
        occuperaient les agents à la place des habitants, et pourraient rendre le portail inaccessible. C’est pourquoi
        la création d’un compte et les démarches ouvertes sans compte, comme les demandes d’actes, sont protégées.
      </p>
      <p>
        Dans la plupart des cas vous ne voyez rien : la vérification se fait seule, sans lettres à déchiffrer ni images
        à reconnaître. Il n’y a donc pas d’image à changer, ni de version sonore à écouter. Quand elle n’aboutit pas,
        par exemple si votre navigateur n’exécute pas JavaScript, nous vous envoyons un code par courriel à recopier.
      </p>
    </>
  );
}

function LostPassword() {
  return (
    <>
      <ol>
        <li>
          Ouvrez <TextLink href="/mot-de-passe-oublie">Mot de passe oublié</TextLink> et donnez votre courriel ou votre
          identifiant.
        </li>
        <li>
          Suivez le lien que vous recevez. Il est valable {tokenLifetime("password_reset")} et ne sert qu’une fois.
        </li>
        <li>Choisissez un nouveau mot de passe.</li>
      </ol>
      <p>
        Si vous voulez seulement entrer, demandez plutôt un{" "}
        <TextLink href="/connexion/lien">lien de connexion</TextLink> : il ouvre votre compte une fois, pendant{" "}
        {tokenLifetime("sign_in")}, même quand trop d’essais ont été faits.
      </p>
      <p>
        Le lien remplace la question secrète d’autrefois, dont la réponse se devinait trop facilement. Aucun mot de
        passe n’est jamais écrit dans un courriel : si vous en recevez un, il ne vient pas de nous.
      </p>
    </>
  );
}

function Protection() {
  return (
    <>
      <p>C’est une priorité, et voici ce qu’elle veut dire ici :</p>
      <ul>
        <li>
          votre mot de passe n’est pas conservé : seule une empreinte, d’où l’on ne peut pas le retrouver, l’est ;
        </li>
        <li>vos fichiers sont chiffrés avant d’être enregistrés ;</li>
        <li>votre porte-documents n’est lisible que par vous : les agents ne peuvent pas l’ouvrir ;</li>
        <li>les agents se connectent avec un second code, et n’ouvrent que les demandes de leur service ;</li>
        <li>chaque opération sur une demande est inscrite dans un journal ;</li>
        <li>vous êtes prévenu par courriel de tout changement de mot de passe ou de courriel.</li>
      </ul>
      <p>
        Le détail et vos droits sont décrits dans la page{" "}
        <TextLink href="/donnees-personnelles">Données personnelles</TextLink>. Pour lire ce que le portail garde de
        vous, demandez-en une copie dans <TextLink href="/espace/compte/export">Mes données</TextLink>.
      </p>
    </>
  );
}

function Transmission() {
  return (
    <>
      <p>
        Au seul service qui traite votre demande. La page de chaque démarche le nomme, ainsi que l’organisme dont il
        dépend : la ville, la métropole ou le centre communal d’action sociale.
      </p>
      <p>
        Les informations de votre compte ne sont ni vendues, ni prêtées, ni communiquées à un autre organisme, public ou
        privé. Une transmission n’a lieu que si la loi l’impose à la commune pour la démarche que vous faites.
      </p>
      <p>
        Vos relations, vos brouillons et votre porte-documents restent les vôtres tant que vous ne les joignez pas à une
        demande. Ce que vous joignez est copié : la copie appartient à la demande, l’original reste à vous.
      </p>
    </>
  );
}
