"use client";

import type { ReactNode } from "react";
import { useField, useTypedList } from "../form/form-context";
import { FieldSetFrame } from "./field-frame";
import type { Option } from "./radio-group";

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  options: readonly Option[];
  defaultValue?: readonly string[];
};

const none: readonly string[] = [];

/** Any number of answers. Each ticked box posts its value under the same name. */
export function CheckboxGroup({ name, label, hint, optional, options, defaultValue = none }: Props) {
  const field = useField(name, Boolean(hint));
  const chosen = useTypedList(name, defaultValue);
  return (
    <FieldSetFrame field={field} label={label} hint={hint} optional={optional}>
      {options.map((option, index) => {
        const id = index === 0 ? field.id : `${field.id}-${option.value}`;
        return (
          <div key={option.value} className="choice">
            <input
              type="checkbox"
              id={id}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
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
    </FieldSetFrame>
  );
}
