import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { SummaryCard } from "@/components/ui/summary-card";
import { isReopening } from "@/lib/demandes/status";
import type { DemandeView } from "@/lib/demandes/types/demande";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";

type Props = {
  demande: Pick<DemandeView, "id" | "number" | "status" | "lockVersion" | "can">;
  takeCharge: FormAction;
  complete: FormAction;
};

/** Whether the panel holds anything to press. */
export function canDecide({ can }: Pick<DemandeView, "can">): boolean {
  return can.instruct && can.moves.length > 0;
}

/** What the agent may do now: two acts at once, the others on their own page. */
export function DecisionPanel(props: Props) {
  return (
    <SummaryCard title="Décider">
      <Decisions {...props} />
    </SummaryCard>
  );
}

function Decisions({ demande, takeCharge, complete }: Props) {
  const { can, status } = demande;
  if (!can.instruct) return <p>Cette demande est suivie par un autre service : vous pouvez la lire.</p>;
  const may = (to: DemandeStatus) => can.moves.includes(to);
  const reopens = isReopening(status, "in_progress") && may("in_progress");
  if (can.moves.length === 0) return <p>Cette demande est close. Plus rien n’est à décider.</p>;
  return (
    <div className="decision-panel">
      {may("in_progress") && !reopens ? (
        <ActForm
          demande={demande}
          action={takeCharge}
          label={status === "rectified" ? "Reprendre le traitement" : "Prendre en charge"}
        />
      ) : null}
      {may("complete") ? (
        <ActForm demande={demande} action={complete} label="Déclarer complet" isSecondary={may("in_progress")} />
      ) : null}
      <div className="button-stack">
        {pages
          .filter(({ to }) => may(to))
          .map(({ to, slug, label, variant }) => (
            <LinkButton key={to} href={`/admin/demandes/${demande.number}/${slug}`} variant={variant}>
              {label}
            </LinkButton>
          ))}
        {reopens ? (
          <LinkButton href={`/admin/demandes/${demande.number}/reouverture`} variant="secondary">
            Rouvrir
          </LinkButton>
        ) : null}
      </div>
    </div>
  );
}

const pages = [
  { to: "validated", slug: "validation", label: "Valider et répondre", variant: "primary" },
  { to: "incomplete", slug: "complements", label: "Demander des compléments", variant: "secondary" },
  { to: "rejected", slug: "rejet", label: "Rejeter", variant: "secondary" },
  { to: "cancelled", slug: "annulation", label: "Annuler la demande", variant: "danger" },
] as const satisfies readonly { to: DemandeStatus; slug: string; label: string; variant: string }[];

type ActProps = Pick<Props, "demande"> & { action: FormAction; label: string; isSecondary?: boolean };

function ActForm({ demande, action, label, isSecondary }: ActProps) {
  return (
    <ActionForm action={action} label={label}>
      <DecisionKeys demande={demande} />
      <SubmitButton variant={isSecondary ? "secondary" : "primary"}>{label}</SubmitButton>
    </ActionForm>
  );
}

/** Which demande, and as the agent's page showed it. */
export function DecisionKeys({ demande }: { demande: Pick<DemandeView, "id" | "lockVersion"> }) {
  return (
    <>
      <input type="hidden" name="demandeId" value={demande.id} />
      <input type="hidden" name="lockVersion" value={demande.lockVersion} />
    </>
  );
}
