import { EmailText } from "@/components/ui/email-text";
import { ButtonRow } from "@/components/ui/button-row";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import { recoveryProblemSentences } from "@/lib/accounts/rules/recovery-problem";
import type { RecoveryKind, RecoveryView } from "@/lib/accounts/types/agent";
import { formatDateTime } from "@/lib/shared/dates";
import { lifetime } from "@/lib/vocabulary/lifetimes";
import { tokenLifetime } from "@/lib/vocabulary/tokens";

type Props = { recovery: RecoveryView; confirm: FormAction; refuse: FormAction };

const words: Record<RecoveryKind, { title: string; confirm: string; refuse: string; what: string }> = {
  lost: {
    title: "Récupération à confirmer",
    confirm: "Confirmer la récupération",
    refuse: "Refuser la récupération",
    what: `Confirmez seulement si la preuve vous convainc : le compte prendra cette adresse, ses connexions et son mot de passe prendront fin. L’ancienne adresse sera prévenue. Si elle s’y oppose dans les ${tokenLifetime("recovery_stop")}, le compte sera gelé.`,
  },
  held: {
    title: "Récupération à confirmer",
    confirm: "Confirmer la récupération",
    refuse: "Refuser la récupération",
    what: `L’ancienne boîte serait tenue par quelqu’un d’autre. Confirmez seulement si la preuve vous convainc : le compte sera gelé tout de suite, et prendra cette adresse ${lifetime("held_mailbox")} plus tard, sans que l’ancienne puisse s’y opposer autrement qu’à l’accueil.`,
  },
  reopening: {
    title: "Réouverture à confirmer",
    confirm: "Rouvrir le compte",
    refuse: "Refuser la réouverture",
    what: "Confirmez seulement si la pièce d’identité vue vous convainc : le compte gardera son adresse, qui recevra un lien pour choisir un mot de passe.",
  },
};

/** What one agent noted, and what the reader may decide of it. */
export function OpenRecovery({ recovery, confirm, refuse }: Props) {
  const { kind, state, can } = recovery;
  return (
    <SummaryCard title={state === "waiting" ? "Récupération confirmée" : words[kind].title} id="recuperation">
      <SummaryList
        rows={[
          { label: "Demandée par", value: recovery.askedBy },
          { label: "Demandée", value: formatDateTime(recovery.askedAt) },
          ...(recovery.decidedBy ? [{ label: "Confirmée par", value: recovery.decidedBy }] : []),
          {
            label: kind === "reopening" ? "Courriel, inchangé" : "Nouveau courriel",
            value: <EmailText email={recovery.newEmail} />,
          },
          { label: "Preuve constatée", value: <span className="whitespace-pre-line">{recovery.proof}</span> },
        ]}
      />
      {state === "waiting" ? <Waiting recovery={recovery} /> : <ToDecide recovery={recovery} />}
      <ButtonRow>
        {can.confirm && recovery.isConfirmable ? (
          <DecisionForm recovery={recovery} action={confirm} label={words[kind].confirm} />
        ) : null}
        {can.refuse ? (
          <DecisionForm recovery={recovery} action={refuse} label={words[kind].refuse} isSecondary />
        ) : null}
      </ButtonRow>
    </SummaryCard>
  );
}

function Waiting({ recovery: { effectiveAt } }: { recovery: RecoveryView }) {
  if (!effectiveAt) return null;
  return (
    <p>
      Elle prend effet le <time dateTime={effectiveAt.toISOString()}>{formatDateTime(effectiveAt)}</time>. Les deux
      adresses en sont prévenues : si quelqu’un d’autre vient avec une pièce d’identité avant cette date, refusez-la.
    </p>
  );
}

function ToDecide({ recovery }: { recovery: RecoveryView }) {
  return (
    <>
      <p>{whoDecides(recovery)}</p>
      {recovery.isConfirmable || recovery.problem === "changed_meanwhile" ? null : (
        <ConfirmableFrom recovery={recovery} />
      )}
    </>
  );
}

/** Whoever may not confirm reads why before pressing; a refusal is open to them all the same. */
function whoDecides({ kind, can, problem }: RecoveryView): string {
  if (problem === null) return words[kind].what;
  const why = recoveryProblemSentences[problem];
  return can.refuse && problem !== "asker_gone" ? `${why} Vous pouvez la refuser.` : why;
}

function ConfirmableFrom({ recovery: { confirmableFrom } }: { recovery: RecoveryView }) {
  return (
    <p>
      Elle peut être confirmée à partir du{" "}
      <time dateTime={confirmableFrom.toISOString()}>{formatDateTime(confirmableFrom)}</time> : d’ici là, l’autre
      personne peut s’y opposer.
    </p>
  );
}

type DecisionProps = { recovery: RecoveryView; action: FormAction; label: string; isSecondary?: boolean };

function DecisionForm({ recovery, action, label, isSecondary }: DecisionProps) {
  return (
    <ActionForm action={action} label={label}>
      <input type="hidden" name="recoveryId" value={recovery.id} />
      <SubmitButton variant={isSecondary ? "secondary" : "primary"}>{label}</SubmitButton>
    </ActionForm>
  );
}
