import type { ReactNode } from "react";
import type { FieldState } from "../form/form-context";

type Props = { field: FieldState; label: string; hint?: ReactNode; optional?: boolean; children: ReactNode };

/** Label above, then the hint, the error, the control. */
export function FieldFrame({ field, label, hint, optional, children }: Props) {
  return (
    <div className={field.error ? "field has-error" : "field"}>
      <label htmlFor={field.id}>
        <LabelText label={label} optional={optional} />
      </label>
      <FieldNotes field={field} hint={hint} />
      {children}
    </div>
  );
}

/** Several controls that answer one question: its text as their legend, then the hint, the error, the controls. */
export function FieldSetFrame({ field, label, hint, optional, children }: Props) {
  return (
    <fieldset className={field.error ? "field has-error" : "field"} aria-describedby={field.describedBy}>
      <legend>
        <LabelText label={label} optional={optional} />
      </legend>
      <FieldNotes field={field} hint={hint} />
      {children}
    </fieldset>
  );
}

/** « Label (facultatif) » */
export function LabelText({ label, optional }: { label: string; optional?: boolean }) {
  return (
    <>
      {label}
      {optional ? <span className="font-normal text-ink-soft"> (facultatif)</span> : null}
    </>
  );
}

/** The hint, then the error. */
export function FieldNotes({ field, hint }: { field: FieldState; hint?: ReactNode }) {
  return (
    <>
      {hint ? (
        <div id={field.hintId} className="field-hint">
          {hint}
        </div>
      ) : null}
      <FieldError field={field} />
    </>
  );
}

export function FieldError({ field }: { field: FieldState }) {
  if (!field.error) return null;
  return (
    <p id={field.errorId} className="field-error">
      <span>
        <span className="sr-only">Erreur : </span>
        {field.error}
      </span>
    </p>
  );
}
