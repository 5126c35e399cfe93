"use client";

import type { HTMLInputAutoCompleteAttribute, ReactNode } from "react";
import { useField, useTypedText } from "../form/form-context";
import { FieldFrame } from "./field-frame";

export type TextFieldProps = {
  /** Path of the value in the answers: « address.postalCode ». */
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  defaultValue?: string;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  /** Expected length, in characters: a visible clue, never a limit. */
  width?: 2 | 4 | 5 | 10 | 20;
  inputMode?: "text" | "numeric" | "decimal" | "tel" | "email" | "search";
  type?: "text" | "email" | "tel" | "search";
  spellCheck?: boolean;
  autoCapitalize?: "none" | "words" | "characters";
  isReadOnly?: boolean;
  /** Told at each letter what is typed. */
  onText?: (text: string) => void;
};

/** One line of text. */
export function TextField({
  name,
  label,
  hint,
  optional,
  defaultValue,
  width,
  isReadOnly,
  onText,
  type = "text",
  ...rest
}: TextFieldProps) {
  const field = useField(name, Boolean(hint));
  const value = useTypedText(name, defaultValue);
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional}>
      <input
        {...rest}
        id={field.id}
        name={name}
        type={type}
        defaultValue={value}
        readOnly={isReadOnly}
        onInput={onText ? (event) => onText(event.currentTarget.value) : undefined}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
        className={width ? `control control-w${width}` : "control"}
      />
    </FieldFrame>
  );
}
