"use client";

import { use, useId } from "react";
import type { FieldErrors } from "@/lib/shared/form-state";
import { useFocusOnMount } from "../use-focus-on-mount";
import { FormContext, fieldId } from "./form-context";

type Props = { errors: FieldErrors; formError?: string };

/** What is wrong, at the top of the form, in the words said beside each field. It takes the focus, with JavaScript or without. */
export function ErrorSummary({ errors, formError }: Props) {
  const box = useFocusOnMount<HTMLDivElement>();
  const { scope } = use(FormContext);
  const titleId = useId();

  return (
    // The browser gives it the focus from the HTML alone; the effect does it after a submission in place.
    <div ref={box} role="alert" tabIndex={-1} autoFocus aria-labelledby={titleId} className="error-summary">
      <h2 id={titleId}>Il y a un problème</h2>
      <ul>
        {formError ? <li>{formError}</li> : null}
        {Object.entries(errors).map(([name, message]) => (
          <li key={name}>
            <a href={`#${fieldId(controlOf(name), scope)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The day stands first in a date and carries the name of the whole. */
export function controlOf(name: string): string {
  return name.replace(/\.day$/, "");
}
