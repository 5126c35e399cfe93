"use client";

import type { ReactNode } from "react";
import { useField, useTypedText } from "../form/form-context";
import { Choice, type Option } from "./choice";
import { FieldSetFrame } from "./field-frame";

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

/** One answer among several, all visible. */
export function RadioGroup({ name, label, hint, optional, options, defaultValue, isInline }: Props) {
  const field = useField(name, Boolean(hint));
  const chosen = useTypedText(name, defaultValue);
  return (
    <FieldSetFrame field={field} label={label} hint={hint} optional={optional}>
      <div className={isInline ? "choices-inline" : undefined}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            type="radio"
            id={index === 0 ? field.id : `${field.id}-${option.value}`}
            name={name}
            option={option}
            isChosen={option.value === chosen}
          />
        ))}
      </div>
    </FieldSetFrame>
  );
}
