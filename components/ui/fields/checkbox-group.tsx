"use client";

import type { ReactNode } from "react";
import { useField, useTypedList } from "../form/form-context";
import { Choice, type Option } from "./choice";
import { FieldSetFrame } from "./field-frame";

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
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type="checkbox"
          id={index === 0 ? field.id : `${field.id}-${option.value}`}
          name={name}
          option={option}
          isChosen={chosen.includes(option.value)}
        />
      ))}
    </FieldSetFrame>
  );
}
