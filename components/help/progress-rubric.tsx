import { TextLink } from "@/components/ui/text-link";
import {
  cancelledByCitizenSentence,
  demandeStatuses,
  demandeStatusLabels,
  demandeStatusSentences,
} from "@/lib/vocabulary/demande-status";
import type { Rubric } from "./question";

export const progressRubric: Rubric = {
  id: "avancement",
  title: "Avancement et échanges avec la mairie",
  questions: [
    { id: "repondre-aux-courriels", question: "Dois-je répondre aux courriels que je reçois ?", Answer: NoReply },
    { id: "suivre-ma-demande", question: "Où voir l’avancement de ma demande ?", Answer: WhereToLook },
    { id: "etats", question: "Que signifie l’état affiché à côté de ma demande ?", Answer: States },
  ],
};

function NoReply() {
  return (
    <>
      <p>
        Non : personne ne lit les réponses à ces courriels. Ils contiennent un lien vers le portail, où vous pouvez
        écrire au service quand la démarche le permet. Vous pouvez recevoir :
      </p>
      <ul>
        <li>
          <strong>un accusé de réception</strong>, automatique, après chacune de vos opérations ;
        </li>
        <li>
          <strong>une décision</strong>, favorable ou défavorable, toujours expliquée ;
        </li>
        <li>
          <strong>une information</strong> : un document à présenter au guichet, un rappel de rendez-vous, un changement
          d’état, une réponse à télécharger.
        </li>
      </ul>
      <p>
        Les courriels facultatifs se règlent dans vos <TextLink href="/espace/compte/preferences">préférences</TextLink>
        . Ceux que la loi prévoit, comme l’accusé de réception, sont toujours envoyés.
      </p>
    </>
  );
}

function WhereToLook() {
  return (
    <>
      <p>
        Avec un compte, votre tableau de bord montre vos quatre dernières demandes et leur état.{" "}
        <TextLink href="/espace/demandes">Mes demandes</TextLink> les donne toutes, avec leur date et la personne
        concernée. En ouvrant l’une d’elles, vous lisez son historique, vos réponses, les pièces et les échanges.
      </p>
      <p>
        Sans compte, ouvrez <TextLink href="/suivi">Suivre une demande</TextLink> : donnez son numéro et votre courriel,
        vous recevez un lien.
      </p>
      <p>
        Un brouillon, une demande en attente ou incomplète peut encore être modifiée. Dans les autres états elle ne
        l’est plus, et vous pouvez la télécharger au format PDF.
      </p>
    </>
  );
}

function States() {
  return (
    <>
      <p>Une demande passe par certains de ces neuf états :</p>
      <dl>
        {demandeStatuses.map((status) => (
          <div key={status} className="faq-state">
            <dt>{demandeStatusLabels[status]}</dt>
            <dd>
              {demandeStatusSentences[status]}
              {status === "cancelled" ? ` Ou bien : ${cancelledByCitizenSentence.toLowerCase()}` : null}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        Une démarche peut donner à un état un nom plus parlant ; son sens reste celui-ci. Quand votre demande est
        incomplète, rejetée ou annulée par un agent, la raison est écrite dans l’historique et vous êtes prévenu par le
        moyen de contact que vous avez choisi.
      </p>
    </>
  );
}
