"use client";

import { use, type ReactNode } from "react";
import { FormContext, useField, useTypedText } from "../form/form-context";
import { FieldSetFrame } from "./field-frame";

type Props = {
  /** Posts `name.day`, `name.month` and `name.year`. */
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  /** ISO date: « 2027-03-28 ». */
  defaultValue?: string;
  /** The person's own date of birth, which the browser may know. */
  isBirthday?: boolean;
};

/** A date that one remembers: three boxes, no calendar, no jump from one to the next. */
export function DateField({ name, label, hint, optional, defaultValue, isBirthday }: Props) {
  const field = useField(name, Boolean(hint));
  const part = usePartError(name);
  const [year, month, day] = (defaultValue ?? "").split("-");
  const shown = { ...field, message: field.message ?? part.message };
  const common = {
    name,
    whole: Boolean(field.error),
    faulty: field.asked ? undefined : part.faulty,
    errorId: shown.message ? field.errorId : undefined,
    isBirthday,
  };
  return (
    <FieldSetFrame field={shown} label={label} hint={hint} optional={optional}>
      <div className="date-parts">
        <DatePart {...common} part="day" label="Jour" initial={trimZero(day)} />
        <DatePart {...common} part="month" label="Mois" initial={trimZero(month)} />
        <DatePart {...common} part="year" label="Année" initial={year} />
      </div>
    </FieldSetFrame>
  );
}

type Part = "day" | "month" | "year";
type PartProps = {
  name: string;
  part: Part;
  label: string;
  initial: string | undefined;
  whole: boolean;
  faulty: Part | undefined;
  errorId: string | undefined;
  isBirthday: boolean | undefined;
};

function DatePart({ name, part, label, initial, whole, faulty, errorId, isBirthday }: PartProps) {
  const { id } = useField(part === "day" ? name : `${name}.${part}`, false);
  const value = useTypedText(`${name}.${part}`, initial);
  const isInvalid = whole || faulty === part;
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        type="text"
        id={id}
        name={`${name}.${part}`}
        defaultValue={value}
        // A month may be written in letters.
        inputMode={part === "month" ? "text" : "numeric"}
        autoComplete={isBirthday ? `bday-${part}` : "off"}
        aria-invalid={isInvalid || undefined}
        aria-describedby={isInvalid ? errorId : undefined}
        className={`control ${part === "day" ? "control-w2" : "control-w4"}`}
      />
    </div>
  );
}

/** The error may concern one part alone: « birthDate.month ». */
function usePartError(name: string): { faulty: Part | undefined; message: string | undefined } {
  const { state } = use(FormContext);
  const errors = state.status === "error" ? state.errors : {};
  const faulty = (["day", "month", "year"] as const).find((part) => errors[`${name}.${part}`]);
  return { faulty, message: faulty && errors[`${name}.${faulty}`] };
}

function trimZero(text: string | undefined): string | undefined {
  return text?.replace(/^0/, "");
}
