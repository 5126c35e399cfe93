/** With what the pages were tried, which, and by what (RGAA, model of the statement): kept true by e2e/ and docs/rgaa.md. */
export function AccessibilityTests() {
  return (
    <>
      <h3>Technologies du portail</h3>
      <p>HTML, CSS, SVG, PDF balisé, et JavaScript, dont aucune page ne dépend.</p>

      <h3>Environnement et outils de test</h3>
      <p>À chaque changement du logiciel, des essais automatiques ouvrent ses pages dans Chromium, sous Linux :</p>
      <ul>
        <li>
          le moteur Alfa ne signale de défaut dans aucune page du portail, ni axe dans les pages vérifiées ci-dessous,
          en clair et en sombre, sur grand et petit écran ;
        </li>
        <li>une démarche sans compte, et le traitement d’une demande par un agent, sont faits au clavier seul ;</li>
        <li>les parcours principaux sont refaits sans JavaScript ;</li>
        <li>
          rien ne dépasse de la page de 320 à 1920 pixels de large (320 pixels correspondent à un zoom de 400 %), ni
          avec un texte deux fois plus grand ;
        </li>
        <li>les textes se lisent avec un contraste de 7 pour 1, y compris dans les couleurs que choisit la commune.</li>
      </ul>
      <p>Aucune aide technique (lecteur d’écran, commande vocale) n’est utilisée par ces essais.</p>

      <h3>Pages vérifiées</h3>
      <p>
        L’accueil, la connexion, la création de compte, le plan du site, l’aide, la présente déclaration, la liste des
        démarches et la fiche d’une démarche, les étapes d’une demande, le suivi, le tableau de bord, une demande, le
        porte-documents, et, pour les agents, la liste des demandes et une demande. L’accusé de réception, un PDF, est
        balisé et n’est pas regardé par ces moteurs.
      </p>
    </>
  );
}
