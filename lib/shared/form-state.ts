/**
 * What a server action answers to a form, with or without JavaScript.
 * Keys of `errors` and `values` are the names of the controls, as paths ("address.postalCode").
 */
export type FieldErrors = Readonly<Record<string, string>>;
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

export type FormState =
  | { status: "idle" }
  | {
      status: "error";
      /** One French sentence a field, in the order of the page. */
      errors: FieldErrors;
      /** What is unlikely, in the same form: nothing is wrong, and the same answers sent again go on. */
      warnings?: FieldErrors;
      /** What concerns no field in particular. */
      formError?: string;
      /** Everything typed, given back, secrets left out. */
      values: FormValues;
      /** Changes at each answer, so that the same error is announced again. */
      attempt: number;
    }
  | { status: "done"; message?: string; values?: FormValues };

export const idleForm: FormState = { status: "idle" };
