import type { ReactNode } from "react";
import { ButtonRow } from "@/components/ui/button-row";
import { EmptyState } from "@/components/ui/empty-state";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import type { DraftMode, DraftView } from "@/lib/demandes/types/demande";
import type { SummarySection } from "@/lib/demarches/summary";
import { serviceInSentence } from "@/lib/shared/text";
import { SummarySections } from "../summary-sections";
import { AccountAddress } from "./account-address";
import { isOpen, openRequests, placeBefore } from "./journey";
import { stepHref } from "./step-names";

type Props = { draft: DraftView; summary: readonly SummarySection[]; action: FormAction; robot: ReactNode };

const submitLabels: Record<DraftMode, string> = {
  new: "Soumettre la demande",
  change: "Soumettre les changements",
  correction: "Soumettre la correction",
};

const whatMayChange: Record<DraftMode, string> = {
  new: "Vous pouvez encore tout modifier.",
  change: "Vous pouvez encore tout modifier.",
  correction: "Ce que le service n’a pas signalé est gardé comme vous l’aviez déposé.",
};

/** Step 5: everything to read again, one « Modifier » a section, then the act itself. */
export function RecapStep({ draft, summary, action, robot }: Props) {
  const hidden = {
    demandeId: draft.id,
    revision: String(draft.revision),
    edition: String(draft.edition),
  };
  if (summary.length === 0) return <EmptyState title="Vous n’avez encore rien renseigné." />;
  return (
    <ActionForm action={action} title={`Le récapitulatif – ${draft.demarche.title}`}>
      <p className="mb-6">Relisez vos réponses. {whatMayChange[draft.mode]}</p>
      <SummarySections
        sections={summary}
        attachments={draft.attachments}
        editHref={(section) => editHref(draft, section)}
      />
      <HiddenFields values={hidden} />
      {draft.unavailable ? null : (
        <>
          <AccountAddress draft={draft} />
          {robot}
          <Consequence draft={draft} />
        </>
      )}
      <ButtonRow>
        {draft.unavailable ? null : <SubmitButton size="large">{submitLabels[draft.mode]}</SubmitButton>}
        <LinkButton
          href={placeBefore(draft, stepHref(draft.id, "recapitulatif")) ?? stepHref(draft.id, "demande")}
          variant="plain"
        >
          Retour
        </LinkButton>
      </ButtonRow>
    </ActionForm>
  );
}

function Consequence({ draft: { mode, recipients } }: { draft: DraftView }) {
  const [first = "", ...others] = recipients;
  if (mode === "new" && others.length > 0) return <Several recipients={recipients} />;
  const said =
    mode === "new"
      ? `En soumettant cette demande, vous l’envoyez au ${serviceInSentence(first)}. Vous recevrez un accusé de réception par courriel.`
      : `En soumettant ces changements, vous remplacez la version que le ${serviceInSentence(first)} a reçue.`;
  return <p className="mb-5 max-w-[40rem]">{said}</p>;
}

/** One act, and a demande for each (decision 033). */
function Several({ recipients }: Pick<DraftView, "recipients">) {
  return (
    <div className="mb-5 max-w-[40rem]">
      <p>En soumettant, vous envoyez une demande à chacun de ces services, qui vous répondra de son côté :</p>
      <ul className="my-3 list-disc pl-6">
        {recipients.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p>Vous recevrez un seul accusé de réception par courriel, avec le numéro de chaque demande.</p>
    </div>
  );
}

/** Where a section is changed; null when nothing of it may be. A section of documents alone has its own page. */
function editHref(draft: DraftView, { step, rows }: SummarySection): string | null {
  const open = rows.filter(({ path }) => isOpen(draft, path));
  if (open.length === 0) return null;
  const documents = new Set(openRequests(draft).map(({ path }) => path));
  const page = step === "demande" && open.every(({ path }) => documents.has(path)) ? "demande/documents" : step;
  return `/demandes/${draft.id}/${page}?retour=recapitulatif`;
}
