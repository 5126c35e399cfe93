export type Step = {
  label: string;
  state: "done" | "current" | "todo";
  /** Leads back to a step already seen. */
  href?: string;
};

type Props = {
  steps: readonly Step[];
  /** What comes next, where the list cannot know it yet. */
  next?: string | null;
};

/** « Étape 2 sur 5 » above the title of a step, with a bar that says the same to the eye. */
export function StepProgress({ steps, next }: Props) {
  const position = steps.findIndex(({ state }) => state === "current");
  const following = next ?? steps[position + 1]?.label;
  return (
    <div className="step-progress">
      <p className="step-progress-text">
        Étape {position + 1} sur {steps.length}
        {following ? <span className="step-progress-next">Ensuite : {following}</span> : null}
      </p>
      <div aria-hidden="true" className="step-progress-bar">
        {steps.map(({ label, state }) => (
          <span key={label} className={`is-${state}`} />
        ))}
      </div>
    </div>
  );
}
