import type { ReactNode } from "react";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { RefusedForm, type Typed } from "@/components/ui/form/refused-form";
import { Notice } from "@/components/ui/notice";
import { StatusTag } from "@/components/ui/status-tag";
import { isReopening } from "@/lib/demandes/status";
import type { AgentDemande } from "@/lib/demandes/types/agent";
import type { RefusedForm as Refused } from "@/lib/shared/form-state";
import { formatDateTime } from "@/lib/shared/dates";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";
import { agentTone } from "@/components/demandes/status-tone";

type Props = {
  demande: AgentDemande;
  /** The state that the page leads to. */
  to: DemandeStatus;
  title: string;
  lead: string;
  /** What was just refused without JavaScript, and what its form held. */
  refused?: Refused | null;
  typed?: readonly Typed[];
  width?: "form" | "text" | "wide";
  children: ReactNode;
};

/** The page of one decision; when the state no longer allows it, it says so instead of the form. */
export function DecisionFrame(props: Props) {
  const { demande, to, title, lead, refused, typed, width = "text", children } = props;
  // A page leads back to « en traitement » only by reopening: what was never decided is taken in charge, without one.
  const isPossible = demande.can.moves.includes(to) && (to !== "in_progress" || isReopening(demande.status, to));
  return (
    <>
      {isPossible ? null : <PageTitle title={title} />}
      <Page
        width={width}
        before={<BackLink href={`/admin/demandes/${demande.number}`}>Demande n° {demande.number}</BackLink>}
      >
        <PageHeading
          caption={`${demande.demarche.title}, ${demande.applicantName ?? ""}`}
          title={title}
          lead={isPossible ? lead : undefined}
          tag={<StatusTag tone={agentTone[demande.status]} label={demande.statusLabel} />}
        />
        {!isPossible && refused ? <RefusedForm refused={refused} typed={typed} /> : null}
        {isPossible ? children : <NotPossible demande={demande} />}
      </Page>
    </>
  );
}

/** Whoever comes back to the page of what they have just done reads that it is done, not that a colleague acted. */
function NotPossible({ demande }: Pick<Props, "demande">) {
  const [last] = demande.history;
  if (last?.isReaders)
    return (
      <Notice title="Vous avez déjà agi sur cette demande">
        <p>
          Votre dernier acte, le {formatDateTime(last.at)}&nbsp;: {last.text.toLowerCase()}. Son état est maintenant
          «&nbsp;{demande.statusLabel}&nbsp;». Revenez à la demande pour voir ce qui est possible maintenant.
        </p>
      </Notice>
    );
  return (
    <Notice tone="warning" title="Ce n’est pas possible dans l’état présent de la demande">
      <p>
        Son état est «&nbsp;{demande.statusLabel}&nbsp;».{" "}
        {last ? (
          <>
            Dernier acte, le {formatDateTime(last.at)}, par <bdi>{last.by}</bdi>&nbsp;: {last.text.toLowerCase()}.{" "}
          </>
        ) : null}
        Revenez à la demande pour voir ce qui est possible maintenant.
      </p>
    </Notice>
  );
}
