import type { ReactNode } from "react";
import { StepList } from "@/components/ui/step-list";
import type { Step } from "@/components/ui/step-progress";
import type { DraftView } from "@/lib/demandes/types/demande";
import type { SummarySection } from "@/lib/demarches/summary";
import { formatDate } from "@/lib/shared/dates";

type Props = {
  draft: DraftView;
  states: readonly Step[];
  summary: readonly SummarySection[];
  /** Without account: how long this device keeps it. */
  device: ReactNode;
};

/** Beside the form: the steps, then what was answered so far. */
export function StepAside({ draft, states, summary, device }: Props) {
  const filled = summary
    .map((section) => ({ ...section, rows: section.rows.filter(({ lines }) => lines.length > 0) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <>
      <StepList title="Les étapes" steps={states} />
      {filled.length > 0 ? (
        <section aria-labelledby="vos-reponses" className="mt-8">
          <h2 id="vos-reponses" className="mb-3 text-[1.1rem]">
            Vos réponses enregistrées
          </h2>
          {filled.map((section) => (
            <AsideSection key={section.key} section={section} />
          ))}
        </section>
      ) : null}
      <DraftDates draft={draft} />
      {device}
    </>
  );
}

function AsideSection({ section }: { section: SummarySection }) {
  return (
    <dl className="mb-4 text-[0.95em]" aria-label={section.title}>
      {section.rows.map((row) => (
        <div key={row.path} className="border-t border-rule py-1.5">
          <dt className="text-ink-soft">{row.item ? `${row.item} : ${row.label}` : row.label}</dt>
          <dd>{row.lines.join(", ")}</dd>
        </div>
      ))}
    </dl>
  );
}

function DraftDates({ draft }: { draft: DraftView }) {
  if (!draft.erasedOn) return null;
  return (
    <p className="mt-6 text-[0.95em] text-ink-soft">
      Brouillon enregistré.{" "}
      {draft.belongsToAccount
        ? `Vous le retrouverez dans « Mes brouillons », jusqu’au ${formatDate(draft.erasedOn)}.`
        : "Tant qu’il est ouvert sur cet appareil, vous le retrouverez à la page de la démarche."}
    </p>
  );
}
