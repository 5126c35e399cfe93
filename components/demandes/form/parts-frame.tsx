"use client";

import type { ReactNode } from "react";
import { FieldNotes, frameClass, LabelText } from "@/components/ui/fields/field-frame";
import { useField } from "@/components/ui/form/form-context";

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  /** The first control already says the same: the title is for those who do not see it. */
  isTitleHidden?: boolean;
  children: ReactNode;
};

/** Several controls that make one answer: an address, a person. An error of the whole leads to the frame itself. */
export function PartsFrame({ name, label, hint, optional, isTitleHidden, children }: Props) {
  const field = useField(name, Boolean(hint));
  return (
    <fieldset id={field.id} tabIndex={-1} aria-describedby={field.describedBy} className={frameClass(field)}>
      <legend className={isTitleHidden ? "sr-only" : "as-title text-[1.15rem]"}>
        <LabelText label={label} optional={optional} />
      </legend>
      <FieldNotes field={field} hint={hint} />
      <div className={isTitleHidden ? undefined : "mt-4"}>{children}</div>
    </fieldset>
  );
}
