import { Prose } from "@/components/ui/prose";
import { lifetime } from "@/lib/vocabulary/lifetimes";

/** What the copy holds, said before it is asked for. */
export function ExportContents() {
  return (
    <Prose>
      <h2>Ce que contient la copie</h2>
      <p>Un fichier ZIP, que tout ordinateur ou téléphone sait ouvrir. Il contient :</p>
      <ul>
        <li>les données de votre compte, vos préférences, vos relations et vos connexions ;</li>
        <li>
          vos demandes et vos brouillons : réponses, historique, messages, pièces jointes et réponses du service ;
        </li>
        <li>vos récépissés et récapitulatifs, en PDF ;</li>
        <li>les fichiers de votre porte-documents ;</li>
        <li>un fichier de données qu’un autre service peut relire (JSON) ;</li>
        <li>une notice qui explique chaque fichier.</li>
      </ul>
      <p>
        Elle ne contient que vos données. Elle reste {lifetime("data_copy")} sur le portail, chiffrée, puis elle est
        effacée. Vous pouvez en demander trois par jour.
      </p>
    </Prose>
  );
}
