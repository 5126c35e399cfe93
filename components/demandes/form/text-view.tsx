"use client";

import type { ComponentProps } from "react";
import { TextField } from "@/components/ui/fields/text-field";
import type { TextFieldDef, TextFormat } from "@/lib/demarches/form";
import { isOwn } from "./paths";

type Look = Partial<ComponentProps<typeof TextField>>;
/** Letters and digits that are no word. */
export const codeLook: Look = { autoCapitalize: "characters", spellCheck: false };
/** The keyboard and the width that each format calls for. */
export const looks: Record<TextFormat, Look> = {
  name: { autoCapitalize: "words", spellCheck: false },
  place: {},
  siret: { inputMode: "numeric", width: 20, spellCheck: false },
  rna: { ...codeLook, width: 10 },
  plate: { ...codeLook, width: 10 },
  free: {},
};

type Props = { field: TextFieldDef; path: string };

/** One line of text. */
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
