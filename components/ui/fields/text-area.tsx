"use client";

import { useEffect, useState, type ReactNode } from "react";
import { useField, useTypedText } from "../form/form-context";
import { FieldFrame } from "./field-frame";

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  defaultValue?: string;
  rows?: number;
  /** Characters accepted by the server. Typing more is possible: the text is never cut. */
  maxLength?: number;
};

/** Several lines of text, with what remains of the length. */
export function TextArea({ name, label, hint, optional, defaultValue, rows = 5, maxLength }: Props) {
  const field = useField(name, Boolean(hint));
  const value = useTypedText(name, defaultValue);
  const [length, setLength] = useState<number>();
  const countId = `${field.id}-longueur`;
  const describedBy = [field.describedBy, maxLength && countId].filter(Boolean).join(" ");

  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional}>
      <textarea
        id={field.id}
        name={name}
        rows={rows}
        defaultValue={value}
        onInput={maxLength ? (event) => setLength(event.currentTarget.value.length) : undefined}
        aria-describedby={describedBy || undefined}
        aria-invalid={field.error ? true : undefined}
        className="control"
      />
      {maxLength ? <CharacterCount id={countId} length={length} maxLength={maxLength} /> : null}
    </FieldFrame>
  );
}

type CountProps = { id: string; length: number | undefined; maxLength: number };

/** Until something is typed, and without JavaScript, the limit is stated; then what remains is, and heard after a pause. */
function CharacterCount({ id, length, maxLength }: CountProps) {
  const message =
    length === undefined ? `Vous pouvez écrire jusqu’à ${maxLength} caractères.` : remaining(maxLength - length);
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    if (length === undefined) return;
    const pause = setTimeout(() => setSpoken(remaining(maxLength - length)), 1000);
    return () => clearTimeout(pause);
  }, [length, maxLength]);
  const isOver = length !== undefined && length > maxLength;
  return (
    <>
      <p id={id} className={isOver ? "field-hint font-bold text-danger" : "field-hint"}>
        {message}
      </p>
      <p role="status" className="sr-only">
        {spoken}
      </p>
    </>
  );
}

function remaining(count: number): string {
  const size = Math.abs(count);
  const noun = size > 1 ? "caractères" : "caractère";
  return count >= 0 ? `Il vous reste ${size} ${noun}.` : `Vous avez ${size} ${noun} en trop.`;
}
