import { formatDateTime } from "@/lib/shared/dates";
import { count, fullName } from "@/lib/shared/text";
import { lifetime } from "@/lib/vocabulary/lifetimes";

/** LISEZ-MOI.txt: what each file of the archive is, for a person who opens it alone, years later. */
export function readMe(
  madeAt: Date,
  holder: { firstName: string | null; lastName: string | null },
  files: number,
): string {
  return `COPIE DE VOS DONNÉES

Cette archive a été préparée le ${formatDateTime(madeAt)} à la demande
de ${fullName(holder) || "la personne titulaire du compte"}.
Elle contient ce que le portail garde de vous (règlement général sur la
protection des données, articles 15 et 20), soit ${count(files, "fichier")} en plus
de celui-ci et de donnees.json.

Gardez-la en lieu sûr : elle contient vos pièces en clair.


CE QU’ELLE CONTIENT

donnees.json
    Toutes vos données, dans un format qu’un autre service peut relire
    (JSON, texte en UTF-8, dates en temps universel). Ses rubriques :
    - compte, preferences, consentements : ce que vous avez renseigné et
      accepté ;
    - relations : les personnes et organismes pour qui vous agissez ;
    - porteDocuments : vos pièces, avec l’empreinte SHA-256 de chaque
      fichier et sa place dans cette archive ;
    - demandes, brouillons : réponses telles qu’elles se lisent
      (reponses) et telles qu’elles sont gardées (reponsesBrutes), à
      chaque envoi (versions) ; historique, messages, corrections
      demandées, fichiers ;
    - notifications : ce que l’administration vous a fait savoir ;
    - connexions, identitesLiees, copiesDemandees, courrielsEnvoyes :
      l’activité de votre compte ;
    - journal : vos propres actes, gardés ${lifetime("journal")}.

porte-documents/
    Les fichiers de votre porte-documents, un dossier par pièce.
    L’administration n’y a pas accès.

demandes/
    Un dossier par demande, à son numéro :
    - recepisse.pdf : ce qui prouve votre dépôt ;
    - recapitulatif.pdf : la demande entière. Il n’existe que pour une
      demande que vous ne pouvez plus modifier ;
    - pieces : ce que vous avez joint, même retiré ensuite ;
    - reponse : ce que le service vous a remis.

brouillons/
    Les fichiers joints à vos brouillons.

Un dossier vide n’est pas dans l’archive.


CE QU’ELLE NE CONTIENT PAS

Votre mot de passe, que le portail ne connaît pas ; les fichiers où
l’antivirus a trouvé un virus ; les demandes faites sans vous connecter
et non rattachées à votre compte.
`.replaceAll("\n", "\r\n");
}
