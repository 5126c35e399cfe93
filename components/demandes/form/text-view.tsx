"use client";

import type { ComponentProps } from "react";
import { TextField } from "@/components/ui/fields/text-field";
import type { TextFieldDef, TextFormat } from "@/lib/demarches/form";
import { isOwn } from "./paths";

const looks: Record<TextFormat, Partial<ComponentProps<typeof TextField>>> = {
  name: { autoCapitalize: "words", spellCheck: false },
  siret: { inputMode: "numeric", width: 20, spellCheck: false },
  rna: { width: 10, autoCapitalize: "characters", spellCheck: false },
  plate: { width: 10, autoCapitalize: "characters", spellCheck: false },
  free: {},
};

type Props = { field: TextFieldDef; path: string };

/** One line of text, with the keyboard and the width that its format calls for. */
export function TextView({ field, path }: Props) {
  const autoComplete = field.autoComplete ?? (isOwn(path) ? undefined : "off");
  return (
    <TextField
      {...looks[field.format ?? "free"]}
      name={path}
      label={field.label}
      hint={field.help}
      optional={field.isOptional}
      autoComplete={autoComplete}
    />
  );
}
