import { TextLink } from "@/components/ui/text-link";
import type { Rubric } from "./question";
import { lifetime } from "@/lib/vocabulary/lifetimes";

export const demarchesRubric: Rubric = {
  id: "les-demarches",
  title: "Les démarches",
  questions: [
    { id: "faire-une-demarche", question: "Comment faire une démarche en ligne ?", Answer: HowToStart },
    { id: "piece-papier", question: "Je n’ai un justificatif que sur papier : suis-je bloqué ?", Answer: OnPaper },
    {
      id: "compte-non-valide",
      question: "Puis-je faire une démarche avant la validation de mon compte ?",
      Answer: NotValidated,
    },
    {
      id: "avec-ou-sans-compte",
      question: "Pourquoi certaines démarches demandent-elles un compte ?",
      Answer: WithOrWithout,
    },
  ],
};

function HowToStart() {
  return (
    <>
      <ol>
        <li>
          Cherchez-la par un mot sur la page d’accueil, ou parcourez{" "}
          <TextLink href="/demarches">toutes les démarches</TextLink> par thème.
        </li>
        <li>Lisez sa page : elle dit à qui elle s’adresse, quels documents préparer et sous quel délai répondre.</li>
        <li>Choisissez « Commencer ». Vous pouvez vous connecter, ou continuer sans compte quand elle le permet.</li>
        <li>Suivez les étapes. Le récapitulatif vous laisse tout relire avant d’envoyer.</li>
      </ol>
      <p>
        Vous pouvez vous arrêter à tout moment : ce qui est saisi est enregistré, et votre brouillon vous attend{" "}
        {lifetime("draft")}. Sans compte, s’il contient des fichiers, il vous attend {lifetime("guest_files")}. Une
        étape passée se modifie depuis la liste des étapes.
      </p>
    </>
  );
}

function OnPaper() {
  return (
    <>
      <p>
        Non. À l’endroit où le document est demandé, indiquez que vous l’avez sur papier, et continuez. Le service vous
        dira, quand il en aura besoin, s’il faut l’envoyer numérisé ou le présenter au guichet.
      </p>
      <p>Une photo nette prise avec un téléphone suffit souvent : toute la page, à plat, sans reflet.</p>
    </>
  );
}

function NotValidated() {
  return (
    <>
      <p>Oui. Dès que votre compte est créé, vous pouvez déposer des demandes.</p>
      <p>
        Certaines communes choisissent de vérifier les comptes. Dans ce cas, un changement d’identité ou d’adresse
        s’affiche « modification en attente de validation » jusqu’à ce qu’un agent l’ait confirmé ; le reste fonctionne
        normalement.
      </p>
    </>
  );
}

function WithOrWithout() {
  return (
    <>
      <p>
        Le compte est utile à qui fait plusieurs démarches, ou agit pour ses enfants : il évite les ressaisies et permet
        d’échanger avec le service. Les démarches qui en ont besoin portent un cadenas.
      </p>
      <p>
        D’autres n’en demandent pas. Une copie d’acte d’état civil, par exemple, intéresse aussi des personnes nées ici
        qui vivent ailleurs depuis longtemps : leur demander un compte pour une seule demande n’aurait pas de sens.
      </p>
      <p>
        Une demande faite sans compte se suit par <TextLink href="/suivi">Suivre une demande</TextLink>, et peut être
        rattachée plus tard à votre compte. Sur un ordinateur partagé, choisissez « Quitter et effacer de cet appareil »
        avant de partir.
      </p>
    </>
  );
}
