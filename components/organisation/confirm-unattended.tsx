"use client";

import { Checkbox } from "@/components/ui/fields/checkbox";
import { useField } from "@/components/ui/form/form-context";

/** The box of who knows that nobody at work follows the service that takes over; shown to who is refused for it. */
export function ConfirmUnattended() {
  const { error } = useField("isConfirmed", false);
  return error ? (
    <Checkbox name="isConfirmed" value="oui" label="Je sais que personne n’y répondra aux demandes pour l’instant" />
  ) : null;
}
