/**
 * What a server action answers to a form, with or without JavaScript.
 * Keys of `errors` and `values` are the names of the controls, as paths ("address.postalCode").
 */
export type FieldErrors = Readonly<Record<string, string>>;
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** What the page asks where nothing is wrong, said instead of « Il y a un problème »: `errors` are then what is asked, by field. */
export type Asked = {
  /** « warning »: to look at again, « info »: to add. */
  tone: "warning" | "info";
  /** Before the title of the page, and before what is said beside each field. */
  mark: string;
  title: string;
  /** Before what is asked, and after. */
  first?: string;
  last?: string;
};

export type FormState =
  | { status: "idle" }
  | {
      status: "error";
      /** One French sentence a field, in the order of the page. */
      errors: FieldErrors;
      asked?: Asked;
      /** What concerns no field in particular. */
      formError?: string;
      /** Everything typed, given back, secrets left out. */
      values: FormValues;
      /** Changes at each answer, so that the same error is announced again. */
      attempt: number;
    }
  | { status: "done"; message?: string; values?: FormValues };

export type RefusedForm = Extract<FormState, { status: "error" }>;

export const idleForm: FormState = { status: "idle" };
