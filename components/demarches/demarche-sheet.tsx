import { Details } from "@/components/ui/details";
import { TextLink } from "@/components/ui/text-link";
import type { DemarcheDefinition } from "@/lib/demarches/form";
import { forwardingOf } from "@/lib/demarches/rules/forwarding";
import { listPieces, type Piece } from "@/lib/demarches/sections";

/** What a person needs to know before beginning: what it is, for whom, with which documents, and help to fill it in. */
export function DemarcheSheet({ definition }: { definition: DemarcheDefinition }) {
  const pieces = listPieces(definition);
  return (
    <>
      <section aria-labelledby="presentation" className="sheet-part">
        <h2 id="presentation" className="sr-only">
          Présentation
        </h2>
        {definition.description.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </section>
      <section aria-labelledby="pour-qui" className="sheet-part">
        <h2 id="pour-qui">Qui peut faire la démarche ?</h2>
        <p>{definition.audience}</p>
      </section>
      <section aria-labelledby="pieces" className="sheet-part">
        <h2 id="pieces">Pièces à préparer</h2>
        {pieces.length > 0 ? <Pieces pieces={pieces} /> : <p>Aucune pièce n’est demandée.</p>}
      </section>
      {definition.help.length > 0 ? (
        <Details summary="Aide à la saisie">
          <ul className="sheet-help">
            {definition.help.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Details>
      ) : null}
    </>
  );
}

/** Photos and scans alike; what exists on paper only never blocks (F43). */
function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <>
      <ul className="piece-list">
        {pieces.map((piece) => (
          <li key={piece.path}>
            <span className="piece-name">{piece.label}</span>
            {piece.isOptional || piece.isConditional ? (
              <span className="piece-note"> ({piece.isOptional ? "facultatif" : "selon votre situation"})</span>
            ) : null}
            {piece.help ? <p>{piece.help}</p> : null}
          </li>
        ))}
      </ul>
      <p>
        Une photo lisible suffit : PDF, JPEG ou PNG de 10&nbsp;Mo au plus. Vous n’avez un document que sur papier ?
        Dites-le dans la demande et apportez-le au guichet.
      </p>
    </>
  );
}

/** F8: what becomes of the data, reachable from the démarche. */
export function LegalNotice({ definition, organisation }: { definition: DemarcheDefinition; organisation: string }) {
  const { legal } = definition;
  const isForwarded = forwardingOf(definition) !== null;
  return (
    <Details summary="Vos données personnelles">
      <p>
        {isForwarded ? "Chaque service que vous choisissez" : organisation} utilise vos données pour cette raison :{" "}
        {lowerFirst(legal.purpose)}. Base légale : {lowerFirst(legal.basis)}. Elles sont gardées {legal.retentionMonths}{" "}
        mois après la fin de la demande, puis anonymisées.{" "}
        {isForwarded
          ? "Seuls les services que vous choisissez y ont accès, chacun à la demande qu’il reçoit."
          : "Seul le service instructeur y a accès."}
      </p>
      <p>
        <TextLink href="/donnees-personnelles">Vos droits et comment les exercer</TextLink>
      </p>
    </Details>
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
