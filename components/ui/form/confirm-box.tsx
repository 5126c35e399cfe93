"use client";

import { Checkbox } from "../fields/checkbox";
import { useField } from "./form-context";

const name = "isConfirmed";

type Props = {
  /** What one knows and does all the same. */
  label: string;
  /** Shown before anything was refused. */
  isAsked?: boolean;
};

/** The box of who does something knowing what it costs; shown to who was refused for it, unless it is asked from the start. */
export function ConfirmBox({ label, isAsked = false }: Props) {
  const { error } = useField(name, false);
  return isAsked || error ? <Checkbox name={name} value="oui" label={label} /> : null;
}
