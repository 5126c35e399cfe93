import type { ReactNode } from "react";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { Notice } from "@/components/ui/notice";
import { StepProgress } from "@/components/ui/step-progress";
import { TextLink } from "@/components/ui/text-link";
import { problemsOf } from "@/lib/demandes/answers";
import type { DraftView, StepSlug } from "@/lib/demandes/types/demande";
import { unavailableSentences } from "@/lib/demarches/status";
import type { SummarySection } from "@/lib/demarches/summary";
import { journeyOf, placeBefore } from "@/components/demandes/steps/journey";
import { stepStates, stepTitles, undecidedNext } from "@/components/demandes/steps/step-names";
import { OnThisDevice } from "../on-this-device";
import { StepAside } from "@/components/demandes/steps/step-aside";

type Props = {
  draft: DraftView;
  current: StepSlug;
  /** What was answered so far. */
  summary: readonly SummarySection[];
  /** Address of this page. */
  here: string;
  children: ReactNode;
};

/** What the steps of a demande share: where one stands, the way back, and what was answered beside the page. */
export function StepPage({ draft, current, summary, here, children }: Props) {
  const steps = journeyOf(draft).map(({ step }) => step);
  const problems = problemsOf(draft);
  const states = stepStates(draft, steps, current, problems);
  const back =
    placeBefore(draft, here) ?? (draft.number ? followHref(draft, draft.number) : `/demarches/${draft.demarche.slug}`);
  return (
    <Page
      before={<BackLink href={back} />}
      aside={
        <StepAside
          draft={draft}
          states={states}
          summary={summary}
          device={<OnThisDevice demandeId={draft.id} here={here} />}
        />
      }
    >
      <StepProgress steps={states} next={undecidedNext(draft, steps, current, problems)} />
      <PageHeading title={stepTitles[current]} caption={draft.demarche.title} />
      <ModeNotice draft={draft} />
      {draft.unavailable ? (
        <Notice tone="warning" title="Cette demande ne peut pas être envoyée aujourd’hui">
          <p>{unavailableSentences[draft.unavailable]} Ce que vous avez saisi reste enregistré.</p>
          {draft.unavailable === "personal_quota_reached" ? (
            <p>
              <TextLink href={draft.belongsToAccount ? "/espace/demandes" : "/suivi"}>
                Suivre ce que j’ai déjà envoyé
              </TextLink>
            </p>
          ) : null}
        </Notice>
      ) : null}
      {children}
    </Page>
  );
}

/** Why a demande already sent is open again. */
function ModeNotice({ draft }: { draft: DraftView }) {
  if (draft.mode === "correction") {
    return (
      <Notice tone="warning" title={`Vous corrigez la demande n°\u00a0${draft.number ?? ""}`}>
        <p>Seuls les points que le service a signalés peuvent changer.</p>
        {draft.statusReason ? <p>Le service indique : {draft.statusReason}</p> : null}
      </Notice>
    );
  }
  if (draft.mode !== "change") return null;
  return (
    <Notice title={`Vous modifiez la demande n°\u00a0${draft.number ?? ""}`}>
      <p>Le service garde la version déjà envoyée tant que vous n’avez pas soumis vos changements au récapitulatif.</p>
    </Notice>
  );
}

function followHref({ belongsToAccount }: DraftView, number: string): string {
  return `${belongsToAccount ? "/espace/demandes" : "/suivi"}/${number}/historique`;
}
