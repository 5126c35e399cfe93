import type { z } from "zod";
import type { FieldErrors, FormState } from "@/lib/shared/form-state";

/** One sentence a field, the first that zod found, in the order of the schema. */
export function errorsOf(error: z.ZodError): {
  errors: FieldErrors;
  formError?: string;
} {
  const errors = new Map<string, string>();
  let formError: string | undefined;
  for (const issue of error.issues) {
    const name = issue.path.map(String).join(".");
    if (name === "") formError ??= issue.message;
    else if (!errors.has(name)) errors.set(name, issue.message);
  }
  return { errors: Object.fromEntries(errors), formError };
}

/** `previous` comes back from the browser: only its number of attempts is read, and only if it is one. */
export function attemptAfter(previous: unknown): number {
  const attempt = typeof previous === "object" && previous !== null && "attempt" in previous ? previous.attempt : 0;
  return typeof attempt === "number" && Number.isSafeInteger(attempt) && attempt > 0 ? attempt + 1 : 1;
}

export function isFormState(value: unknown): value is FormState {
  return typeof value === "object" && value !== null && "status" in value;
}
