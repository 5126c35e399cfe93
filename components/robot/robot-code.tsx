"use client";

import { use } from "react";
import { TextField } from "@/components/ui/fields/text-field";
import { FormContext } from "@/components/ui/form/form-context";
import { robotFields } from "@/lib/shared/robot-fields";

/** The code received by e-mail: shown once the server has asked for it. */
export function RobotCode() {
  const { state } = use(FormContext);
  if (state.status !== "error" || state.errors[robotFields.code] === undefined) return null;
  return (
    <TextField
      name={robotFields.code}
      label="Code reçu par courriel"
      hint="Six chiffres. Il montre que vous êtes une personne, et il est valable dix minutes."
      inputMode="numeric"
      autoComplete="one-time-code"
      width={10}
    />
  );
}
