import type { ReactNode } from "react";
import type { FieldState } from "../form/form-context";

type Props = { field: FieldState; label: ReactNode; hint?: ReactNode; optional?: boolean; children: ReactNode };

/** Label above, then the hint, the error, the control. */
export function FieldFrame({ field, label, hint, optional, children }: Props) {
  return (
    <div className={frameClass(field)}>
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
    <fieldset className={frameClass(field)} aria-describedby={field.describedBy}>
      <legend>
        <LabelText label={label} optional={optional} />
      </legend>
      <FieldNotes field={field} hint={hint} />
      {children}
    </fieldset>
  );
}

/** « Label (facultatif) » */
export function LabelText({ label, optional }: { label: ReactNode; optional?: boolean }) {
  return (
    <>
      {label}
      {optional ? <span className="font-normal text-ink-soft"> (facultatif)</span> : null}
    </>
  );
}

/** The edge that shows, from afar, where to look. */
export function frameClass({ message, asked }: Pick<FieldState, "message" | "asked">): string {
  return message ? `field has-${asked?.tone ?? "error"}` : "field";
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

/** What is wrong, or what is asked: not the same mark, nor the same word. */
export function FieldError({ field: { message, asked, errorId } }: { field: FieldState }) {
  if (!message) return null;
  return (
    <p id={errorId} className={`field-${asked?.tone ?? "error"}`}>
      <span>
        <span className="sr-only">{asked?.mark ?? "Erreur"} : </span>
        {message}
      </span>
    </p>
  );
}
