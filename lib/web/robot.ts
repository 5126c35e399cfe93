import type { FieldErrors } from "@/lib/shared/form-state";
import type { FlatForm } from "./form-data";

/** `email`: name of the control whose address receives a code when the check cannot tell (T15). */
export type RobotRule = { email: string };

/** Null for a person; else what to show. */
export async function checkHuman(
  _rule: RobotRule,
  _data: FormData,
  _flat: FlatForm,
): Promise<{ errors?: FieldErrors; formError?: string } | null> {
  return null;
}
