import type { ReactNode } from "react";

type Props = { legend: string; hint?: ReactNode; children: ReactNode };

/** Fields that belong together under a visible title, such as an address. */
export function Fieldset({ legend, hint, children }: Props) {
  return (
    <fieldset className="mb-8 min-w-0">
      <legend className="as-title mb-4 text-[1.25rem]">{legend}</legend>
      {hint ? <div className="field-hint mb-4">{hint}</div> : null}
      {children}
    </fieldset>
  );
}
