import { ButtonRow } from "@/components/ui/button-row";
import { Details } from "@/components/ui/details";
import { LinkButton } from "@/components/ui/link-button";
import { Prose } from "@/components/ui/prose";
import { SummaryList } from "@/components/ui/summary-list";
import type { DraftView } from "@/lib/demandes/types/demande";
import type { DemarcheDefinition } from "@/lib/demarches/form";
import { forwardingOf } from "@/lib/demarches/rules/forwarding";
import { listPieces } from "@/lib/demarches/sections";
import { delaySentence } from "@/lib/demarches/status";
import { count } from "@/lib/shared/text";

type Props = { draft: DraftView; nextHref: string };

/** Step 1: what the démarche is, what it takes and what to have at hand. */
export function DemarcheStep({ draft, nextHref }: Props) {
  const { definition, demarche } = draft;
  const documents = documentLabels(definition);
  return (
    <>
      <Prose>
        {definition.description.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {documents.length > 0 ? (
          <>
            <h2>Les documents à préparer</h2>
            <ul>
              {documents.map((label) => (
                <li key={label}>{label}</li>
              ))}
            </ul>
            <p>
              Un document que vous n’avez que sur papier ne vous bloque pas : vous pourrez le dire et l’apporter au
              service.
            </p>
          </>
        ) : null}
      </Prose>
      <div className="mt-8">
        <SummaryList
          rows={[
            { label: "Pour qui", value: definition.audience },
            { label: "Service", value: serviceOf(draft) },
            { label: "Délai maximum", value: delaySentence(definition.maxDays) },
          ]}
        />
      </div>
      <Help definition={definition} />
      <ButtonRow>
        <LinkButton href={nextHref}>Continuer</LinkButton>
        <LinkButton href={`/demarches/${demarche.slug}`} variant="plain">
          Retour
        </LinkButton>
      </ButtonRow>
    </>
  );
}

function Help({ definition }: { definition: DemarcheDefinition }) {
  const { legal, help } = definition;
  return (
    <div className="my-6">
      {help.length > 0 ? (
        <Details summary="Aide à la saisie">
          {help.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Details>
      ) : null}
      <Details summary="Ce que deviennent vos données">
        <p>
          À quoi elles servent : {lowerFirst(legal.purpose)}. Sur quelle base : {lowerFirst(legal.basis)}.
        </p>
        <p>
          {forwardingOf(definition)
            ? "Elles ne sont lues que par les services que vous choisissez, chacun dans la demande qu’il reçoit, et sont"
            : "Elles ne sont lues que par le service qui traite votre demande, et sont"}{" "}
          effacées {count(legal.retentionMonths, "mois", "mois")} après sa clôture.{" "}
          <a href="/donnees-personnelles">Vos droits sur vos données</a>
        </p>
      </Details>
    </div>
  );
}

function serviceOf({ mode, definition, demarche }: DraftView): string {
  return mode === "new" && forwardingOf(definition)
    ? "Ceux que vous choisissez à l’étape « Ma demande »"
    : demarche.serviceName;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "");
}

function documentLabels({ sections }: DemarcheDefinition): string[] {
  return listPieces({ sections }).map(({ label, isOptional, isConditional }) => {
    const note = isOptional ? " (facultatif)" : isConditional ? " (selon votre situation)" : "";
    return `${label}${note}`;
  });
}
