"use client";

import { use, type ReactNode } from "react";
import { buttonClass, type ButtonLook } from "../button-class";
import { FormContext } from "./form-context";

type Props = ButtonLook & {
  children: ReactNode;
  /** Sent with the form, to tell several buttons apart: « intent » = « add:children ». */
  name?: string;
  value?: string;
  /** Completes the label for those who do not see what stands around: « l’enfant 2 ». */
  context?: string;
  /** The id of the form, for a button that stands outside of it. */
  form?: string;
};

/** Posts the form around it. While it is being sent the button says so and stays in place. */
export function SubmitButton({ children, name, value, context, form, ...look }: Props) {
  const { isPending } = use(FormContext);
  return (
    <button
      type="submit"
      name={name}
      value={value}
      form={form}
      aria-disabled={isPending || undefined}
      className={buttonClass(look)}
    >
      {children}
      {context ? <span className="sr-only"> {context}</span> : null}
    </button>
  );
}
