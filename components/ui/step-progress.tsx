export type Step = {
  label: string;
  state: "done" | "current" | "todo";
  /** Leads back to a step already seen. */
  href?: string;
};

/** « Étape 2 sur 5 » above the title of a step, with a bar that says the same to the eye. */
export function StepProgress({ steps }: { steps: readonly Step[] }) {
  const position = steps.findIndex(({ state }) => state === "current");
  const next = steps[position + 1];
  return (
    <div className="step-progress">
      <p className="step-progress-text">
        Étape {position + 1} sur {steps.length}
        {next ? <span className="step-progress-next">Ensuite : {next.label}</span> : null}
      </p>
      <div aria-hidden="true" className="step-progress-bar">
        {steps.map(({ label, state }) => (
          <span key={label} className={`is-${state}`} />
        ))}
      </div>
    </div>
  );
}
