"use client";

import { use } from "react";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { TextField } from "@/components/ui/fields/text-field";
import { FormContext } from "@/components/ui/form/form-context";
import { robotFields } from "@/lib/shared/robot-fields";

/** The code received by e-mail: shown once the server has asked for it, and as long as it may be typed (`isSent`). */
export function RobotCode({ isSent = false }: { isSent?: boolean }) {
  const { state } = use(FormContext);
  if (!isSent && (state.status !== "error" || state.errors[robotFields.code] === undefined)) return null;
  return (
    <>
      <TextField
        name={robotFields.code}
        label="Code reçu par courriel"
        hint="Six chiffres. Il montre que vous êtes une personne, et il est valable dix minutes."
        inputMode="numeric"
        autoComplete="one-time-code"
        width={10}
      />
      <Checkbox name={robotFields.again} label="Recevoir un autre code" hint="Le précédent ne servira plus." />
    </>
  );
}
