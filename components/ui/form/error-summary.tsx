"use client";

import { use, useId } from "react";
import type { Asked, FieldErrors } from "@/lib/shared/form-state";
import { useFocusOnMount } from "../use-focus-on-mount";
import { FormContext, fieldId } from "./form-context";

type Props = {
  /** By name of their fields, to which each leads. */
  errors: FieldErrors;
  /** What is said of the form as a whole, before the rest. */
  formError?: string;
  /** Nothing is wrong, and this is asked. */
  asked?: Asked;
};

/** What an answer says of the fields, in the words said beside each, at the top of the form. It takes the focus, with JavaScript or without. */
export function ErrorSummary({ errors, formError, asked }: Props) {
  const first = asked?.first ?? formError;
  const box = useFocusOnMount<HTMLDivElement>();
  const { scope } = use(FormContext);
  const titleId = useId();
  return (
    // The browser gives it the focus from the HTML alone; the effect does it after a submission in place. The focus says it all: an alert would be heard twice.
    <div
      ref={box}
      role="group"
      tabIndex={-1}
      autoFocus
      aria-labelledby={titleId}
      aria-describedby={`${titleId}-texte`}
      className={`${asked?.tone ?? "error"}-summary`}
    >
      <h2 id={titleId}>{asked?.title ?? "Il y a un problème"}</h2>
      <div id={`${titleId}-texte`}>
        <ul>
          {first ? <li>{first}</li> : null}
          {Object.entries(errors).map(([name, message]) => (
            <li key={name}>
              <a href={`#${fieldId(controlOf(name), scope)}`}>{message}</a>
            </li>
          ))}
        </ul>
        {asked?.last ? <p>{asked.last}</p> : null}
      </div>
    </div>
  );
}

/** The day stands first in a date and carries the name of the whole. */
function controlOf(name: string): string {
  return name.replace(/\.day$/, "");
}
