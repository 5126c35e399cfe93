import { useId } from "react";
import type { RefusedForm as Refused } from "@/lib/shared/form-state";
import { ErrorSummary } from "./error-summary";

/** Something typed, and what it was asked as. */
export type Typed = { label: string; text: string };

type Props = { refused: Refused; /** What the form held and the page holds no more. */ typed?: readonly Typed[] };

/**
 * Posted without JavaScript, a form may be refused by a state that takes it off the page: what it would have said is said
 * here, and what was typed in it stays to be copied.
 */
export function RefusedForm({ refused, typed = [] }: Props) {
  const kept = typed.filter(({ text }) => text.trim() !== "");
  return (
    <div className="refused-form">
      <ErrorSummary errors={{}} formError={refused.formError ?? Object.values(refused.errors)[0]} />
      {kept.length > 0 ? <Kept typed={kept} /> : null}
    </div>
  );
}

function Kept({ typed }: { typed: readonly Typed[] }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mb-6">
      <h2 id={id}>Ce que vous aviez saisi</h2>
      <p className="mb-3">Rien n’en est enregistré. Copiez-le si vous voulez le garder.</p>
      {typed.map(({ label, text }, rank) => (
        <div key={label} className="mb-5">
          <label htmlFor={`${id}-${rank}`} className="mb-1 block font-bold">
            {label}
          </label>
          <textarea id={`${id}-${rank}`} readOnly rows={6} defaultValue={text} className="control" />
        </div>
      ))}
    </section>
  );
}

/** What a refused form held under that name, if anything. */
export function typedText(refused: Refused | null, name: string): string {
  return [refused?.values[name] ?? ""].flat().join("\n");
}
