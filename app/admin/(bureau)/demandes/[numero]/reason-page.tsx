import { ReasonForm } from "@/components/demandes/agents/reason-form";
import { typedText } from "@/components/ui/form/refused-form";
import type { FormAction } from "@/components/ui/form/action-form";
import { getDemandeForAgent } from "@/lib/demandes/queries/get-demande-for-agent";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";
import { findRefusal } from "@/lib/web/form/refused-request";
import { requireAgent } from "@/lib/web/session/current-actor";
import { orNotFound } from "@/lib/web/page/or-not-found";
import { DecisionFrame } from "./decision-frame";

type Decision = {
  to: DemandeStatus;
  /** Of the page, and what the button does. */
  title: string;
  lead: string;
  /** What is asked: « Motif du rejet ». */
  label: string;
  action: FormAction;
  isDangerous?: boolean;
};

/** The page of a decision on a demande that asks a reason, and nothing more. */
export function reasonPage({ to, lead, ...form }: Decision) {
  return async function ReasonPage({ params }: { params: Promise<{ numero: string }> }) {
    const agent = await requireAgent();
    const { numero } = await params;
    const demande = await orNotFound(() => getDemandeForAgent(agent, numero));
    const refused = await findRefusal();
    const typed = [{ label: form.label, text: typedText(refused, "reason") }];
    return (
      <DecisionFrame demande={demande} to={to} title={form.title} lead={lead} refused={refused} typed={typed}>
        <ReasonForm demande={demande} {...form} />
      </DecisionFrame>
    );
  };
}
