"use client";

import { createContext, use } from "react";
import { idleForm, type Asked, type FieldErrors, type FormState, type FormValues } from "@/lib/shared/form-state";

type FormContextValue = {
  state: FormState;
  isPending: boolean;
  /** What the controls hold before anything is sent, for a form whose fields are given their values by name. */
  initial?: FormValues;
  /** Sets apart the identifiers of a form that stands several times in a page. */
  scope?: string;
};

/** What the form around a field knows. Outside a form, nothing was refused and nothing is being sent. */
export const FormContext = createContext<FormContextValue>({ state: idleForm, isPending: false });

export type FieldState = {
  id: string;
  hintId: string;
  errorId: string;
  /** What is said beside it. */
  message: string | undefined;
  /** The same, when it is wrong. */
  error: string | undefined;
  /** What else may be said: nothing is wrong, something is asked. */
  asked: Asked | undefined;
  /** For aria-describedby: the hint, then the message. */
  describedBy: string | undefined;
};

export function fieldId(name: string, scope?: string): string {
  return scope ? `champ-${scope}-${name}` : `champ-${name}`;
}

/** Identifiers and error of the control called `name`. */
export function useField(name: string, hasHint: boolean): FieldState {
  const { state, scope } = use(FormContext);
  const id = fieldId(name, scope);
  const { errors, asked }: Said = state.status === "error" ? state : nothing;
  const message = errors[name];
  const describedBy = [hasHint && `${id}-aide`, message && `${id}-erreur`].filter(Boolean).join(" ");
  return {
    ...{ id, hintId: `${id}-aide`, errorId: `${id}-erreur`, message, asked, error: asked ? undefined : message },
    describedBy: describedBy || undefined,
  };
}

type Said = { errors: FieldErrors; asked?: Asked };
const nothing: Said = { errors: {} };

/** What was typed if the form came back, `initial` otherwise. */
export function useTypedText(name: string, initial: string | undefined): string | undefined {
  const typed = useTyped(name);
  if (typed === undefined) return initial;
  return typeof typed === "string" ? typed : typed[0];
}

/** What was ticked or typed under a name that can hold several values, if the form came back; `initial` otherwise. */
export function useTypedList(name: string, initial: readonly string[]): readonly string[] {
  const typed = useTyped(name);
  if (typed === undefined) return initial;
  return typeof typed === "string" ? [typed] : typed;
}

/** A refused form that says nothing of a name received it empty: nothing ticked, or a secret. */
function useTyped(name: string): string | readonly string[] | undefined {
  const { state, initial } = use(FormContext);
  if (state.status === "error") return state.values[name] ?? "";
  return (state.status === "done" ? state.values : undefined)?.[name] ?? initial?.[name];
}
