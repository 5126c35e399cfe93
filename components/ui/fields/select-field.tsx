"use client";

import type { ReactNode } from "react";
import { useField, useTypedText } from "../form/form-context";
import { FieldFrame } from "./field-frame";

type Props = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  options: readonly { value: string; label: string }[];
  defaultValue?: string;
  /** The empty choice that comes first; left out when an answer always stands. */
  placeholder?: string;
  autoComplete?: string;
};

/** One answer in a long list. Below seven answers, prefer radios. */
export function SelectField({
  name,
  label,
  hint,
  optional,
  options,
  defaultValue,
  placeholder = "Choisissez",
  autoComplete,
}: Props) {
  const field = useField(name, Boolean(hint));
  const chosen = useTypedText(name, defaultValue);
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional}>
      <select
        id={field.id}
        name={name}
        defaultValue={chosen ?? ""}
        autoComplete={autoComplete}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
        className="control"
      >
        {placeholder ? <option value="">{placeholder}</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
