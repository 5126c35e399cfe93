"use client";

import { RadioGroup } from "@/components/ui/fields/radio-group";
import { SelectField } from "@/components/ui/fields/select-field";
import type { ChoiceFieldDef } from "@/lib/demarches/form";

type Props = { field: ChoiceFieldDef; path: string };
const mostRadios = 8;

/** Radios as long as they can be seen at a glance, a list beyond. */
export function ChoiceView({ field, path }: Props) {
  const asked = { name: path, label: field.label, hint: field.help, optional: field.isOptional };
  if (field.display === "select" || (!field.display && field.options.length > mostRadios)) {
    return <SelectField {...asked} options={field.options} />;
  }
  const options = field.options.map(({ value, label, help }) => ({ value, label, hint: help }));
  const isShort = options.length < 4 && options.every(({ label, hint }) => label.length < 16 && !hint);
  return <RadioGroup {...asked} options={options} isInline={isShort} />;
}
