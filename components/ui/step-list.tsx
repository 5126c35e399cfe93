import type { Step } from "./step-progress";

type Props = { title: string; steps: readonly Step[] };

const notes = { done: "terminée", current: "en cours", todo: "à venir" } as const;

/** The steps of a journey, with links back to those already seen. Beside the form on a large screen, below it on a phone. */
export function StepList({ title, steps }: Props) {
  return (
    <nav aria-label={title} className="step-list">
      <h2 className="step-list-title">{title}</h2>
      <ol>
        {steps.map(({ label, state, href }) => (
          <li key={label} aria-current={state === "current" ? "step" : undefined} className={`is-${state}`}>
            {href && state !== "current" ? <a href={href}>{label}</a> : <span>{label}</span>}
            <span className="sr-only"> ({notes[state]})</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
