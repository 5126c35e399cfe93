import { z } from "zod";
import { pageSentences } from "@/lib/shared/form-schema";
import type { FieldErrors, FormState } from "@/lib/shared/form-state";

const ofPage = new Set<string>(Object.values(pageSentences));

/**
 * One sentence a field, the first that zod found, in the order of the controls of `schema`: rules over several of them are judged
 * last, and are said where their control stands.
 */
export function errorsOf(
  error: z.ZodError,
  schema?: z.ZodType,
): {
  errors: FieldErrors;
  formError?: string;
} {
  const errors = new Map<string, string>();
  let formError: string | undefined;
  for (const issue of error.issues) {
    const name = issue.path.map(String).join(".");
    if (name === "" || ofPage.has(issue.message)) formError ??= issue.message;
    else if (!errors.has(name)) errors.set(name, issue.message);
  }
  return { errors: inOrder(Object.fromEntries(errors), schema), formError };
}

/** The same sentences, in the order of the controls of `schema`. */
export function inOrder(errors: FieldErrors, schema?: z.ZodType): FieldErrors {
  const controls = controlsOf(schema);
  const placeOf = (name: string) => {
    const place = controls.indexOf(name.split(".")[0] ?? "");
    return place < 0 ? controls.length : place;
  };
  return Object.fromEntries(Object.entries(errors).sort(([one], [other]) => placeOf(one) - placeOf(other)));
}

/** Names of the controls that an object's schema reads, before it transforms anything. */
function controlsOf(schema: unknown): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  return schema instanceof z.ZodPipe ? controlsOf(schema.in) : [];
}

/** `previous` comes back from the browser: only its number of attempts is read, and only if it is one. */
export function attemptAfter(previous: unknown): number {
  const attempt = typeof previous === "object" && previous !== null && "attempt" in previous ? previous.attempt : 0;
  return typeof attempt === "number" && Number.isSafeInteger(attempt) && attempt > 0 ? attempt + 1 : 1;
}

export function isFormState(value: unknown): value is FormState {
  return typeof value === "object" && value !== null && "status" in value;
}
