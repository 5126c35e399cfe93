"use client";

import type { ReactNode } from "react";
import { useField, useTypedList } from "../form/form-context";
import { FieldError, frameClass } from "./field-frame";

type Props = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Posted when ticked. */
  value?: string;
  isTicked?: boolean;
};

const none: readonly string[] = [];

/** One box on its own: a consent, a preference. Never ticked in advance where it stands for a consent. */
export function Checkbox({ name, label, hint, value = "yes", isTicked = false }: Props) {
  const field = useField(name, Boolean(hint));
  const chosen = useTypedList(name, isTicked ? [value] : none);
  return (
    <div className={frameClass(field)}>
      <FieldError field={field} />
      <div className="choice">
        <input
          type="checkbox"
          id={field.id}
          name={name}
          value={value}
          defaultChecked={chosen.includes(value)}
          aria-describedby={field.describedBy}
          aria-invalid={field.error ? true : undefined}
        />
        <label htmlFor={field.id}>{label}</label>
        {hint ? (
          <div id={field.hintId} className="choice-hint">
            {hint}
          </div>
        ) : null}
      </div>
    </div>
  );
}
