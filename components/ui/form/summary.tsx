"use client";

import { use, useId, type ReactNode } from "react";
import type { FieldErrors } from "@/lib/shared/form-state";
import { useFocusOnMount } from "../use-focus-on-mount";
import { FormContext, fieldId } from "./form-context";

type Props = {
  tone: "error" | "warning";
  title: ReactNode;
  /** What is said of the form as a whole, before the rest. */
  first?: string;
  /** By name of their fields, to which each leads. */
  messages: FieldErrors;
  children?: ReactNode;
};

/** What an answer says of the fields, at the top of the form. It takes the focus, with JavaScript or without. */
export function Summary({ tone, title, first, messages, children }: Props) {
  const box = useFocusOnMount<HTMLDivElement>();
  const { scope } = use(FormContext);
  const titleId = useId();
  return (
    // The browser gives it the focus from the HTML alone; the effect does it after a submission in place.
    <div ref={box} role="alert" tabIndex={-1} autoFocus aria-labelledby={titleId} className={`${tone}-summary`}>
      <h2 id={titleId}>{title}</h2>
      <ul>
        {first ? <li>{first}</li> : null}
        {Object.entries(messages).map(([name, message]) => (
          <li key={name}>
            <a href={`#${fieldId(controlOf(name), scope)}`}>{message}</a>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}

/** The day stands first in a date and carries the name of the whole. */
function controlOf(name: string): string {
  return name.replace(/\.day$/, "");
}
