import { Details } from "@/components/ui/details";
import { Prose } from "@/components/ui/prose";
import type { Departure, LeavingDemande } from "@/lib/departure/types";
import { count, enumerate } from "@/lib/shared/text";

type Parts = { departure: Pick<Departure, "relations" | "documents" | "drafts"> };

/** What disappears with the account, counted. */
export function Erased({ departure: { relations, documents, drafts } }: Parts) {
  return (
    <Prose>
      <h2>Ce qui sera effacé</h2>
      <ul>
        <li>votre identité, votre adresse, vos moyens de contact et votre mot de passe ;</li>
        <li>
          {relations > 0 ? `${count(relations, "relation")}, ` : "vos relations, "}
          {documents > 0 ? `${count(documents, "pièce")} de votre porte-documents` : "votre porte-documents"} et vos
          notifications ;
        </li>
        <li>
          {drafts.length > 0
            ? `${count(drafts.length, "brouillon")}\u00a0: ${enumerate(drafts.map(({ demarcheTitle }) => `«\u00a0${demarcheTitle}\u00a0»`))}.`
            : "vos brouillons."}
        </li>
      </ul>
    </Prose>
  );
}

/** What is kept of finished demandes: nothing personal. */
export function Anonymised({ demandes }: { demandes: readonly LeavingDemande[] }) {
  return (
    <Prose>
      <h2>Vos demandes terminées</h2>
      {demandes.length === 0 ? (
        <p>Vous n’avez pas de demande terminée.</p>
      ) : (
        <>
          <p>
            {count(
              demandes.length,
              "demande terminée sera anonymisée\u00a0: vos réponses, vos pièces et vos échanges seront effacés",
              "demandes terminées seront anonymisées\u00a0: vos réponses, vos pièces et vos échanges seront effacés",
            )}
            . Téléchargez avant les documents que vous voulez garder. Seules des statistiques resteront.
          </p>
          <Details summary="Voir ces demandes">
            <Titles demandes={demandes} />
          </Details>
        </>
      )}
    </Prose>
  );
}

/** What was decided of each demande under way, read again before the last act. */
export function Decided({ demandes }: { demandes: readonly LeavingDemande[] }) {
  return (
    <Prose>
      <h2>Vos demandes en cours</h2>
      {demandes.length === 0 ? <p>Vous n’avez pas de demande en cours.</p> : null}
      <ul>
        {demandes.map((demande) => (
          <li key={demande.id}>
            <Named demande={demande} />
            &nbsp;: <strong>{demande.fate === "withdrawn" ? "sera annulée" : "aboutira sans le compte"}</strong>
          </li>
        ))}
      </ul>
      {demandes.some(({ fate }) => fate === "finishes") ? (
        <p>
          Vous suivrez celles qui aboutissent à la page « Suivre une demande », avec leur numéro et le courriel inscrit
          dans la demande. Notez ces numéros ; un dernier courriel vous les redira.
        </p>
      ) : null}
    </Prose>
  );
}

function Titles({ demandes }: { demandes: readonly LeavingDemande[] }) {
  return (
    <ul>
      {demandes.map((demande) => (
        <li key={demande.id}>
          <Named demande={demande} />
        </li>
      ))}
    </ul>
  );
}

function Named({ demande: { demarcheTitle, number } }: { demande: LeavingDemande }) {
  return (
    <>
      {demarcheTitle}
      {number ? (
        <>
          {" "}
          (n°&nbsp;<span className="whitespace-nowrap">{number}</span>)
        </>
      ) : null}
    </>
  );
}
