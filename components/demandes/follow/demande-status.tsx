import { FileDown } from "lucide";
import { Icon } from "@/components/ui/icon";
import { ButtonRow } from "@/components/ui/button-row";
import { Details } from "@/components/ui/details";
import { Inset } from "@/components/ui/inset";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { DemandeView } from "@/lib/demandes/types/demande";
import { formatDate } from "@/lib/shared/dates";

type Props = { demande: DemandeView; /** « /espace/demandes/2026-… » or « /suivi/2026-… ». */ base: string };

/** Where the demande stands, in a sentence, and what its owner may do about it (F49, F50). */
export function DemandeStatus({ demande, base }: Props) {
  return (
    <div className="mb-8">
      <p className="mb-1 text-[1.15rem]">{demande.statusSentence}</p>
      <p className="text-ink-soft">{dates(demande)}</p>
      <Delay demande={demande} />
      <Waiting demande={demande} base={base} />
      {demande.can.release ? <InAccount number={demande.number} /> : null}
      {demande.statusReason && demande.status !== "incomplete" ? (
        <Inset>
          <h2 className="inset-title">{demande.status === "cancelled" ? "Motif" : "Message du service"}</h2>
          {paragraphs(demande.statusReason)}
        </Inset>
      ) : null}
      <Answer demande={demande} />
      <Acts demande={demande} base={base} />
    </div>
  );
}

function dates({ submittedAt, closedAt, status }: DemandeView): string {
  const sent = `Envoyée le ${formatDate(submittedAt)}.`;
  if (closedAt) return `${sent} Close le ${formatDate(closedAt)}.`;
  return status === "incomplete"
    ? `${sent} Le délai de réponse ne court pas tant que le service n’a pas ce qui manque.`
    : sent;
}

/** The promise, and under it what the law says when it is not kept. */
function Delay({ demande: { delay } }: Pick<Props, "demande">) {
  if (!delay) return null;
  return (
    <>
      <p className="mb-3">{delay.promise}</p>
      <Details summary={delay.lawTitle} isOpen={delay.isOver}>
        {delay.law.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Details>
    </>
  );
}

/** Something is expected from the reader: it comes before everything else. */
function Waiting({ demande, base }: Props) {
  if (demande.status === "incomplete" && demande.can.change) {
    return (
      <div className="mt-5">
        <Notice tone="warning" title="Votre demande attend une correction">
          {demande.statusReason ? paragraphs(demande.statusReason) : null}
          <p className="mt-3">
            <LinkButton href={`${base}/corriger`}>Compléter la demande</LinkButton>
          </p>
        </Notice>
      </div>
    );
  }
  if (!demande.hasOpenRevision || !demande.can.change) return null;
  return (
    <div className="mt-5">
      <Notice title="Vous avez commencé des changements">
        <p>Ils ne sont pas encore envoyés au service.</p>
        <p className="mt-3">
          <LinkButton href={`/demandes/${demande.id}/informations`}>Reprendre les changements</LinkButton>
        </p>
      </Notice>
    </div>
  );
}

/** Read by who filed it without account. */
function InAccount({ number }: { number: string }) {
  return (
    <div className="mt-5">
      <Notice title="Cette demande est dans un compte">
        <p>Elle se modifie et s’annule depuis ce compte. Vous continuez de la suivre ici.</p>
        <p className="mt-3">
          Ce compte n’est pas le vôtre ? <a href={`/suivi/${number}/retirer`}>La retirer de ce compte</a>
        </p>
      </Notice>
    </div>
  );
}

/** F134: the answer stays in the portal, with its files. */
function Answer({ demande: { answerFiles } }: Pick<Props, "demande">) {
  if (answerFiles.length === 0) return null;
  return (
    <section aria-labelledby="reponse" className="mt-6 rounded-lg border-2 border-success bg-success-soft p-5">
      <h2 id="reponse" className="mb-2">
        La réponse du service
      </h2>
      <ul className="grid gap-1">
        {answerFiles.map(({ id, name }) => (
          <li key={id}>
            <a href={`/api/fichiers/${id}`} className="inline-flex min-h-11 items-center gap-2">
              <Icon of={FileDown} size={20} />
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Acts({ demande, base }: Props) {
  const { can, status, number, hasOpenRevision } = demande;
  return (
    <div className="mt-6">
      <ButtonRow>
        {can.change && status === "pending" && !hasOpenRevision ? (
          <LinkButton href={`${base}/modifier`} variant="secondary">
            Modifier la demande
          </LinkButton>
        ) : null}
        {can.openPdf ? (
          <LinkButton href={`/api/demandes/${number}/pdf`} variant="secondary">
            Voir la demande (PDF)
          </LinkButton>
        ) : null}
        <LinkButton href={`/api/recepisse/${number}`} variant="secondary">
          Récépissé (PDF)
        </LinkButton>
        {can.joinAccount ? (
          <LinkButton href={`/suivi/${number}/rattacher`} variant="secondary">
            Rattacher à mon compte
          </LinkButton>
        ) : null}
        {can.withdraw ? (
          <LinkButton href={`${base}/annuler`} variant="plain">
            Annuler ma demande
          </LinkButton>
        ) : null}
      </ButtonRow>
    </div>
  );
}

function paragraphs(text: string) {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => <p key={line}>{line}</p>);
}
