"use client";

import { Fragment, use, useActionState, useEffect, useRef, useState, type ReactNode, type SubmitEvent } from "react";
import { idleForm, type FormState, type FormValues } from "@/lib/shared/form-state";
import { DocumentTitle, useErrorTitle } from "../document-title";
import { ErrorSummary } from "./error-summary";
import { FormAddressContext } from "./form-address-context";
import { FormContext } from "./form-context";
import { useAddressed } from "./form-target";
import { survivingUpgrade } from "./outdated-page";

export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>;

type Props = {
  action: FormAction;
  /** Title of the document. Left out by a form that is not what its page is for. */
  title?: string;
  /** Something else of the page was refused: its title says so. */
  hasError?: boolean;
  /** Said at the top of a form of several fields (RGAA 11.10, T16): all must be filled, or all but those that say otherwise. */
  required?: "all" | "marked";
  /** What the key Enter does, where another button stands before the one that sends: never « Supprimer » by accident. */
  enter?: string;
  /** Named only when the page holds several forms. */
  label?: string;
  id?: string;
  className?: string;
  /** Values of the controls by name, for fields that are not given their own. */
  values?: FormValues;
  /** Given when the same form stands several times in a page: makes its identifiers its own. */
  scope?: string;
  children: ReactNode;
};

/**
 * A form that posts to a server action, with JavaScript or without. Errors and typed values reach the fields by context.
 * The fields are mounted again at each answer: React resets uncontrolled controls after an action and would otherwise
 * give selects, radios and checkboxes their first value instead of the chosen one.
 */
export function ActionForm(props: Props) {
  const { action, title, hasError, label, id, className, values, scope, required, enter, children } = props;
  const [state, submit, isPending] = useActionState(survivingUpgrade(action), idleForm, use(FormAddressContext));
  const send = useAddressed(submit);
  const answer = useAnswerCount(state);
  const refused = state.status === "error" ? state : null;
  const refuseSecond = useSingleSubmission(isPending);
  useErrorTitle(refused !== null && !refused.asked && !title);

  return (
    <FormContext value={{ state, isPending, initial: values, scope }}>
      {title ? (
        <DocumentTitle title={title} hasError={hasError || refused !== null} mark={refused?.asked?.mark} />
      ) : null}
      <form action={send} onSubmit={refuseSecond} noValidate aria-label={label} id={id} className={className}>
        <Fragment key={answer}>
          {refused ? <ErrorSummary {...refused} /> : null}
          {enter ? (
            <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">
              {enter}
            </button>
          ) : null}
          {required ? <p className="mb-5 text-ink-soft">{requiredSentences[required]}</p> : null}
          {children}
        </Fragment>
        <p role="status" className="form-status">
          {isPending ? "Envoi en cours…" : state.status === "done" ? state.message : null}
        </p>
      </form>
    </FormContext>
  );
}

const requiredSentences = {
  all: "Tous les champs sont obligatoires.",
  marked: "Tous les champs sont obligatoires, sauf mention contraire.",
} as const;

/** Counts the answers received, so that two identical ones are told apart. */
function useAnswerCount(state: FormState): number {
  const [seen, setSeen] = useState({ state, count: 0 });
  if (seen.state === state) return seen.count;
  setSeen({ state, count: seen.count + 1 });
  return seen.count + 1;
}

/** A second press while the first is on its way is dropped; the button itself is never disabled. */
function useSingleSubmission(isPending: boolean) {
  const isBusy = useRef(false);
  useEffect(() => {
    isBusy.current = isPending;
  }, [isPending]);
  return (event: SubmitEvent<HTMLFormElement>) => {
    if (isBusy.current) event.preventDefault();
    isBusy.current = true;
  };
}
