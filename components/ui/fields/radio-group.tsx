"use client";

import type { ReactNode } from "react";
import { useField, useTypedText } from "../form/form-context";
import { FieldSetFrame } from "./field-frame";

export type Option = { value: string; label: string; hint?: string };

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  options: readonly Option[];
  defaultValue?: string;
  /** Side by side, for two or three short answers. */
  isInline?: boolean;
};

/** One answer among several, all visible. The first radio carries the id of the field: the error summary leads to it. */
export function RadioGroup({ name, label, hint, optional, options, defaultValue, isInline }: Props) {
  const field = useField(name, Boolean(hint));
  const chosen = useTypedText(name, defaultValue);
  return (
    <FieldSetFrame field={field} label={label} hint={hint} optional={optional}>
      <div className={isInline ? "choices-inline" : undefined}>
        {options.map((option, index) => {
          const id = index === 0 ? field.id : `${field.id}-${option.value}`;
          return (
            <div key={option.value} className="choice">
              <input
                type="radio"
                id={id}
                name={name}
                value={option.value}
                defaultChecked={option.value === chosen}
                aria-describedby={option.hint ? `${id}-precision` : undefined}
              />
              <label htmlFor={id}>{option.label}</label>
              {option.hint ? (
                <p id={`${id}-precision`} className="choice-hint">
                  {option.hint}
                </p>
              ) : null}
            </div>
          );
        })}
      </div>
    </FieldSetFrame>
  );
}
